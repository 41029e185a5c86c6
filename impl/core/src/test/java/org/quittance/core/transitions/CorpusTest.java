package org.quittance.core.transitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The corpus is that of the specs as they are now, and is whole. */
class CorpusTest {

    private static final Path TOP = Path.of("..", "..");
    private static final List<Path> FOLDERS = List.of(
            TOP.resolve("specs/lib"), TOP.resolve("specs/consensus"),
            TOP.resolve("specs/consensus/models"), TOP.resolve("specs/settlement"),
            TOP.resolve("specs/settlement/models"), TOP.resolve("trace-validation/src/main/tla"));
    private static final Pattern STEP = Pattern.compile("\\b([A-Z]\\w+)\\b");
    private static final Pattern NEXT = Pattern.compile("(?ms)^Next ==$(.*?)^Spec ==");

    static Stream<String> models() {
        return Stream.concat(Transitions.SETTLEMENT.stream(), Transitions.SIMPLEX.stream());
    }

    @ParameterizedTest
    @MethodSource("models")
    void isMadeOfTheSpecsAsTheyAre(String model) throws Exception {
        Transitions corpus = Transitions.of(model);
        assertThat(corpus.modules()).hasSizeGreaterThan(5);
        for (String module : corpus.modules().keySet()) {
            assertThat(digest(module))
                    .as("%s has changed since the transitions of %s were written down: run make"
                            + " transitions", module, model)
                    .isEqualTo(corpus.modules().get(module));
        }
    }

    private static String digest(String module) throws Exception {
        for (Path folder : FOLDERS) {
            // Trace validation has a module of the name Amounts in the place of the spec's.
            if (Files.exists(folder.resolve(module))) {
                byte[] bytes = Files.readAllBytes(folder.resolve(module));
                return HexFormat.of().formatHex(
                        MessageDigest.getInstance("SHA-256").digest(bytes));
            }
        }
        return "there is no " + module;
    }

    @Test
    void everyActionOfSettlementIsThere() throws IOException {
        SortedSet<String> next = actions("settlement/Settlement.tla");
        assertThat(next).hasSizeGreaterThan(30).contains("TryPlace", "BlockFlag", "EndBlock");
        assertThat(named(Transitions.SETTLEMENT)).isEqualTo(next.stream()
                .map(action -> action.replaceFirst("^(Try|Match|Block)(?=[A-Z])", ""))
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll));
    }

    /** Byzantine messages are there from the beginning, so that nobody sends one. */
    @Test
    void everyActionOfSimplexIsThere() throws IOException {
        SortedSet<String> next = actions("consensus/Simplex.tla");
        assertThat(next).contains("HoldCertificate", "Restart");
        next.remove("ByzantineSend");
        assertThat(named(Transitions.SIMPLEX)).isEqualTo(next);
    }

    /** Of those steps that are taken at least once. */
    private static SortedSet<String> named(List<String> models) {
        SortedSet<String> named = new TreeSet<>();
        for (String model : models) {
            Transitions.of(model).names().stream()
                    .filter(name -> !name.isForbidden())
                    .forEach(name -> named.add(name.action()));
        }
        return named;
    }

    /** What stands before an argument, or alone, in a line of Next. */
    private static SortedSet<String> actions(String file) throws IOException {
        Matcher next = NEXT.matcher(Files.readString(TOP.resolve("specs").resolve(file)));
        assertThat(next.find()).isTrue();
        SortedSet<String> actions = new TreeSet<>();
        for (String line : next.group(1).split("\\\\/ |: (?=[A-Z])|/\\\\ ")) {
            Matcher step = STEP.matcher(line.strip());
            if (step.lookingAt()) {
                actions.add(step.group(1));
            }
        }
        return actions;
    }

    @Test
    void aTransitionThatIsMissingIsNoticed() {
        List<String> lines = new ArrayList<>(Transitions.lines("Slashing"));
        lines.remove(lines.size() - 1);
        assertThatThrownBy(() -> Transitions.read(lines))
                .hasMessageMatching("Slashing has \\d+ transitions and says \\d+.*");
    }
}
