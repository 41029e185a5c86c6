package org.quittance.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.quittance.report.story.SampleMarket;

/** Stands in for the simulator: takes its options, and writes two files. */
final class FakeSimulator {

    /** The seed with which it writes traces of a market too. */
    static final long WITH_MARKET = 43;

    private FakeSimulator() {}

    public static void main(String[] args) throws Exception {
        List<String> options = Arrays.asList(args);
        if (options.contains("13")) {
            System.out.println("seed 13 is unlucky");
            System.exit(4);
        }
        Path folder = Path.of(options.get(options.indexOf("--trace-dir") + 1));
        SampleRun.everyAction().write(folder.resolve("demo.ndjson"));
        if (options.contains(String.valueOf(WITH_MARKET))) {
            SampleMarket.everything().write(folder.resolve("demo.settlement.ndjson"));
            SampleMarket.quittances().write(folder.resolve("demo.system.ndjson"));
        }
        Files.writeString(folder.resolve("demo.summary.json"), String.join(" ", args));
    }
}
