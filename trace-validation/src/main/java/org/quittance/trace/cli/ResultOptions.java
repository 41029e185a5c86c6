package org.quittance.trace.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.InputException;
import org.quittance.models.Outputs;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.results.JunitXmlWriter;
import org.quittance.trace.results.SarifWriter;
import picocli.CommandLine.Option;

/** Options for results that other programs read, all traces in one file. */
final class ResultOptions {

    private static final String SARIF = "--sarif";
    private static final String JUNIT = "--junit-xml";

    @Option(
            names = SARIF,
            paramLabel = "FILE",
            description = "Write the results as SARIF 2.1.0 here, for pages for code scanning.")
    private @Nullable Path sarif;

    @Option(
            names = JUNIT,
            paramLabel = "FILE",
            description = "Write the results as JUnit XML here, for build servers.")
    private @Nullable Path junit;

    /** Set by picocli. */
    ResultOptions() {}

    /** The option that was given; null if none was. */
    @Nullable String given() {
        return sarif != null ? SARIF : junit != null ? JUNIT : null;
    }

    /**
     * Checks before any work that the results can be written.
     *
     * @param taken files that must not be overwritten
     * @throws InputException if not
     */
    void check(List<Path> taken) {
        List<Path> all = new ArrayList<>(taken);
        Path first = sarif;
        if (first != null) {
            Outputs.file(first, all, SARIF);
            all.add(first);
        }
        if (junit != null) {
            Outputs.file(junit, all, JUNIT);
        }
    }

    /**
     * Writes what was asked for.
     *
     * @param exitCode the status with which the command ends
     * @throws IOException if it can't be written
     */
    void write(List<ValidationResult> results, int exitCode) throws IOException {
        if (sarif != null) {
            SarifWriter.write(sarif, results, Path.of(""), exitCode);
        }
        if (junit != null) {
            JunitXmlWriter.write(junit, results);
        }
    }
}
