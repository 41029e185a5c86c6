package org.quittance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs, once, and all engines trade alike. Figures mean nothing here. */
class BenchmarksTest {

    private static final String FEW = "3000";

    @Test
    void everyBenchmarkRunsOnce() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                .include("org.quittance.bench")
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(1))
                .param("series", "60")
                .param("accounts", "200")
                .param("commands", FEW)
                .param("block", "1000")
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build()).run();
        Set<String> ran = results.stream()
                .map(result -> result.getParams().getBenchmark())
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
        assertThat(ran).containsExactlyInAnyOrder(
                "quittance", "exchangeCoreInline", "exchangeCorePipeline", "sweep", "root");
        assertThat(Table.of(results))
                .contains("60 series", "200 accounts", "quittance", "sweep: median");
    }
}
