package org.quittance.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.sim.run.Cut;

/**
 * The traces of faulty programs are what these record; {@code make samples} does so anew. What the
 * property checkers say of the same runs is on record.
 */
class FaultyTracesTest {

    private static final Path FOLDER =
            Path.of("../../trace-validation/src/test/resources/traces/faulty");

    /** So many more lines than are kept, for a trace that has to be cut to end there. */
    private static final int MORE = 3;

    private static final String OUTDATED = "not up to date? `make samples` records it anew";

    static Stream<String> faults() {
        return Faults.shown().stream().map(Fault::name);
    }

    static Stream<Run> runs() {
        return Faults.shown().stream().flatMap(fault -> fault.shown().stream()).distinct();
    }

    private static Fault named(String name) {
        return Faults.all().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<String> kept(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file + ".ndjson"));
    }

    /** What the run without the fault begins with too is kept there only. */
    @ParameterizedTest
    @MethodSource("faults")
    void fileIsWhatTheFaultyProgramRecords(String name) throws IOException {
        Fault fault = named(name);
        Run run = fault.shown().orElseThrow();
        List<String> sound = kept("runs/" + run.name());
        List<String> kept = kept(name);
        try (FaultyWorld world = FaultyWorld.of(fault, FaultyWorld.IMPL)) {
            List<String> trace = world.record(run, sound.size() + kept.size() + MORE);
            int same = 0;
            while (trace.get(same).equals(sound.get(same))) {
                same++;
            }
            List<String> beginning = Cut.beginning(trace, same + kept.size() - 2);
            assertThat(beginning.subList(same, beginning.size())).as(OUTDATED).isEqualTo(kept);
            assertThat(world.check(run)).as("what checkers say, which is on record")
                    .isEqualTo(Scores.read().get(name).checker());
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void fileIsWhatTheProgramWithoutFaultRecords(Run run) throws IOException {
        List<String> kept = kept("runs/" + run.name());
        assertThat(Cut.beginning(run.record(kept.size() + MORE), kept.size() - 2)).as(OUTDATED).isEqualTo(kept);
        assertThat(run.check()).isEmpty();
    }

    @Test
    void eachFaultHasANameOfItsOwnAndAScore() throws IOException {
        List<String> names = Faults.all().stream().map(Fault::name).toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(Scores.read().keySet()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(Faults.all()).allSatisfy(fault -> assertThat(fault.shown().isPresent())
                .as("%s is shown, or not for a reason", fault.name())
                .isEqualTo(fault.unseen().isEmpty()));
    }
}
