package org.quittance.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Stands in for the simulator: takes its options, and writes two files. */
final class FakeSimulator {

    private FakeSimulator() {}

    public static void main(String[] args) throws Exception {
        List<String> options = Arrays.asList(args);
        if (options.contains("13")) {
            System.out.println("seed 13 is unlucky");
            System.exit(4);
        }
        Path folder = Path.of(options.get(options.indexOf("--trace-dir") + 1));
        SampleRun.everyAction().write(folder.resolve("demo.ndjson"));
        Files.writeString(folder.resolve("demo.summary.json"), String.join(" ", args));
    }
}
