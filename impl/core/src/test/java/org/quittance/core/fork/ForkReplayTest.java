package org.quittance.core.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forks that the symbolic model checker found, with half of the weight Byzantine, for real. */
class ForkReplayTest {

    private static final Path FORKS = Path.of("src/test/resources/forks");

    static Stream<Path> forks() throws IOException {
        List<Path> found;
        try (Stream<Path> files = Files.list(FORKS)) {
            found = files.sorted().toList();
        }
        assertThat(found).hasSizeGreaterThanOrEqualTo(2);
        return found.stream();
    }

    @ParameterizedTest
    @MethodSource("forks")
    void theProgramForksAndConvictsAThirdButNobodyCorrect(Path file) throws IOException {
        assertThat(Forks.problems(Fork.read(file))).isEmpty();
    }

    @Test
    void aStepThatTheProgramRefusesFails() throws IOException {
        Fork fork = Fork.read(FORKS.resolve("one-view.itf.json"));
        // A correct validator that voted for one of two blocks does not vote for the other.
        Fork.Step.Notarize first = (Fork.Step.Notarize) fork.steps().get(0);
        Fork.Step.Notarize second = (Fork.Step.Notarize) fork.steps().get(1);
        List<Fork.Step> steps = new ArrayList<>(fork.steps());
        steps.add(2, new Fork.Step.Notarize(first.node(), second.block()));
        Fork broken = new Fork(fork.honest(), fork.root(), fork.blocks(), steps);
        assertThatThrownBy(() -> ForkReplay.of(broken))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("did not notarize in view 1");
    }

    @Test
    void withoutTheFinalVotesThereIsNoFork() throws IOException {
        Fork fork = Fork.read(FORKS.resolve("one-view.itf.json"));
        Fork cut = new Fork(fork.honest(), fork.root(), fork.blocks(), fork.steps().subList(0, 2));
        assertThat(Forks.problems(cut)).first().asString().startsWith("no fork");
    }
}
