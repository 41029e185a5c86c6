package org.quittance.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.quittance.peers.Comparison.Result;
import org.quittance.peers.Comparison.Run;
import org.quittance.peers.Comparison.Trial;

/** What is measured stands in the tables and in the file, and what is not is told from zero. */
class TablesTest {

    private static final List<Result> RESULTS = List.of(
            new Result("one", "abc", List.of(
                    run(250, Verdict.ACCEPTED, 0.5, 2048),
                    run(500, Verdict.STOPPED, 9, 4096)), List.of(
                    trial("drop", Verdict.REJECTED, 900),
                    trial("swap", Verdict.ERROR, 10),
                    trial("cut", Verdict.ACCEPTED, 10))),
            new Result("two", "def", List.of(run(500, Verdict.REJECTED, 1, 1024)), List.of()),
            new Result("three", "", List.of(), List.of(trial("drop", Verdict.REJECTED, 1))));

    @Test
    void tablesHaveARowForEachChecker() {
        assertThat(Tables.of(RESULTS, List.of(250, 500, 1000), 9)).contains(
                "| trace spec | 250 | 500 | 1,000 |",
                "| one | 500 | > 9 s | – |",
                "| two | – | rejected | – |",
                "| one | 2 | 4 | – |",
                "| one | 2 of 3 | 0 | 1 | cut | 900 bytes |",
                "| two | – | 0 | 0 | – | – |",
                "| three | 1 of 1 | 0 | 0 | – | 1 bytes |")
                .filteredOn(line -> line.startsWith("| three")).hasSize(1);
    }

    @Test
    void withoutMutantsThereIsNoTableOfThem() {
        assertThat(Tables.of(RESULTS.subList(1, 2), List.of(500), 9))
                .noneMatch(line -> line.contains("noticed"));
    }

    @Test
    void fileHasEverything() throws Exception {
        String text = ResultFile.text(Map.of("tlc", "x"), RESULTS);
        assertThat(text).contains("\"tlc\" : \"x\"", "\"version\" : \"abc\"",
                "\"verdict\" : \"stopped\"", "\"peakKib\" : 2048", "\"cpuSeconds\" : 0.5",
                "\"mutant\" : \"cut\"", "\"printedBytes\" : 900");
        assertThat(ResultFile.machine()).containsKeys("date", "processors", "system", "java");
    }

    private static Run run(int events, Verdict verdict, double seconds, long kib) {
        return new Run(events, 1, verdict, new Meter.Usage(
                verdict == Verdict.STOPPED, 0, seconds, seconds, OptionalLong.of(kib), 10));
    }

    private static Trial trial(String name, Verdict verdict, long printed) {
        return new Trial(name, verdict,
                new Meter.Usage(false, 0, 1, 1, OptionalLong.empty(), printed));
    }
}
