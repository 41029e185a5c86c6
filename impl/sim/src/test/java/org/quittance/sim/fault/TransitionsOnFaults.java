package org.quittance.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Which registered faults of the core the tests notice that are made of the specs' transitions, and
 * no other test. Takes minutes, so it isn't among the everyday tests; {@code make faults} runs it.
 */
class TransitionsOnFaults {

    private static final String CORE = "org.quittance.core.";
    private static final Path WRITTEN = Path.of("target", "faults-of-transitions.tsv");
    private static final Path KNOWN = Path.of("src/test/resources/faults/transitions.tsv");
    private static final String NOT_NOTICED = "-";

    @Test
    void theyNoticeWhatIsOnRecord() throws Exception {
        SortedMap<String, String> found = new TreeMap<>();
        List<String> known = Files.readAllLines(KNOWN);
        for (Fault fault : Faults.all()) {
            List<String> tests = tests(fault);
            // Whatever is not on the list has not been tried: all of them take an hour.
            if (known.stream().anyMatch(line -> line.startsWith(fault.name() + "\t"))) {
                String failed = UnitTestsOnFaults.failed(
                        FaultyWorld.classes(fault, FaultyWorld.IMPL), tests);
                found.put(fault.name(), failed.isEmpty() ? NOT_NOTICED : failed);
                Files.write(WRITTEN, lines(found));
            }
        }
        assertThat(lines(found))
                .as("copy %s to %s if it is right", WRITTEN, KNOWN)
                .isEqualTo(known);
    }

    private static List<String> lines(SortedMap<String, String> found) {
        return found.entrySet().stream().map(e -> e.getKey() + "\t" + e.getValue()).toList();
    }

    /** Of the package that is changed. */
    private static List<String> tests(Fault fault) {
        return Stream.of("consensus.SimplexTransitionsTest", "settlement.SettlementTransitionsTest")
                .filter(test -> fault.edits().stream().anyMatch(edit ->
                        edit.file().startsWith(test.substring(0, test.indexOf('.') + 1)
                                .replace('.', '/'))))
                .map(test -> CORE + test)
                .toList();
    }
}
