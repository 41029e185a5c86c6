package org.quittance.trace.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.trace.Catalogue;
import org.quittance.trace.Verdict;
import org.quittance.trace.specs.QuittanceSpecs;

class ExplorerTest {

    private static final Path SPECS = Path.of("../specs");
    private static final Path SAMPLES = Path.of("src/test/resources/traces/accepted");
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @TempDir private Path folder;

    private static Catalogue catalogue() throws IOException {
        return QuittanceSpecs.in(SPECS);
    }

    private static List<Explorer.Start> starts(String sample, int samples) throws IOException {
        Explorer explorer = new Explorer(catalogue().folders(), 1, LIMIT);
        List<Explorer.Start> starts = new ArrayList<>();
        assertThat(explorer.sample(
                        SAMPLES.resolve(sample + ".ndjson"), catalogue(), samples, starts)
                .verdict()).isEqualTo(Verdict.ACCEPTED);
        return starts;
    }

    @Test
    void samplesAreSpreadAndAlwaysTheSame() throws Exception {
        List<Explorer.Start> starts = starts("calm", 4);

        assertThat(starts).extracting(Explorer.Start::event).containsExactly(35, 70, 105, 140);
        assertThat(starts("calm", 4)).isEqualTo(starts);
    }

    @ParameterizedTest
    @CsvSource({"calm", "system-diverged"})
    void whatARunReachedIsSafe(String sample) throws Exception {
        Explorer.Found found =
                new Explorer(catalogue().folders(), 1, LIMIT).explore(starts(sample, 1).get(0));

        assertThat(found.problem()).isEmpty();
        assertThat(found.states()).isGreaterThan(1);
    }

    /** A negative control: a state in which two blocks of one view are final. */
    @Test
    void aBadStateIsReported() throws Exception {
        Explorer.Start good = starts("calm", 1).get(0);
        String votes = "messages = ReachedState.messages \\union"
                + " {FinalizeVote(i, b): i \\in Validators, b \\in Blocks \\ {Genesis}}";
        String module = good.module().replace("messages = ReachedState.messages", votes);
        String config = good.config().replace("INVARIANT DurableVotes\n", "");
        assertThat(module).isNotEqualTo(good.module());
        assertThat(config).isNotEqualTo(good.config());

        Explorer.Found found = new Explorer(catalogue().folders(), 1, LIMIT)
                .explore(new Explorer.Start(0, module, config));

        assertThat(found.isViolation()).isTrue();
        assertThat(found.problem())
                .isIn("Agreement", "NoHonestEvidence", "Validity", "FinalizedNotNullified");
    }

    /** A negative control: a rule that is wrong, one step from where the run came to. */
    @Test
    void aBrokenSpecIsReported() throws Exception {
        Path broken = Files.createDirectory(folder.resolve("consensus"));
        try (Stream<Path> modules = Files.list(SPECS.resolve("consensus"))) {
            for (Path module : modules.filter(m -> m.toString().endsWith(".tla")).toList()) {
                String text = Files.readString(module);
                String rule = "durable' = [durable EXCEPT ![i] = @ \\union {Head(pending[i])}]";
                if (module.endsWith("Simplex.tla")) {
                    assertThat(text).contains(rule);
                    text = text.replace(rule, "durable' = durable");
                }
                Files.writeString(broken.resolve(module.getFileName()), text);
            }
        }
        Explorer explorer = new Explorer(List.of(SPECS.resolve("lib"), broken), 2, LIMIT);

        Explorer.Found found = explorer.explore(starts("calm", 1).get(0));

        assertThat(found.isViolation()).isTrue();
        assertThat(found.problem()).isEqualTo("DurableVotes");
        assertThat(found.example()).contains("2: <", "Persist");
    }

    @Test
    void whatTlcCannotReadIsNoAnswer() throws Exception {
        Explorer.Start start = new Explorer.Start(0, "---- MODULE Reached ----\n", "INIT I\n");

        Explorer.Found found = new Explorer(catalogue().folders(), 1, LIMIT).explore(start);

        assertThat(found.isViolation()).isFalse();
        assertThat(found.problem()).isNotEmpty();
    }
}
