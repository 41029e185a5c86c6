package org.quittance.sim;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.sim.run.Cluster;
import org.quittance.sim.run.Options;
import org.quittance.sim.run.Outcome;
import org.quittance.sim.run.SettlementRun;
import org.quittance.sim.scenario.Scenario;
import org.quittance.sim.scenario.SettlementScenario;

/** A folder in which each run has its trace, {@code NAME.ndjson}, and {@code NAME.summary.json}. */
final class TraceFiles {

    private final Path folder;

    private TraceFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * The folder, made if it is not there.
     *
     * @param option the name of the option that gave it, for the message
     * @throws BadInputException if files can't be written in it
     */
    static TraceFiles in(Path folder, String option) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unusable(folder, option);
        }
        if (!Files.isWritable(folder)) {
            throw unusable(folder, option);
        }
        return new TraceFiles(folder);
    }

    private static BadInputException unusable(Path folder, String option) {
        return new BadInputException(option + ": " + folder + " is not a folder that files can be"
                + " written in; give another one, or mend its permissions");
    }

    /**
     * Runs a scenario and writes its trace and its summary; if it settles, also {@code
     * NAME.settlement.ndjson} and {@code NAME.system.ndjson}.
     */
    Outcome record(Scenario scenario, Options options, String name) {
        boolean settles = scenario.settling().isPresent();
        try (Lines ordering = new Lines(path(name));
                Lines settlement = settles ? new Lines(path(name + ".settlement")) : Lines.NONE;
                Lines system = settles ? new Lines(path(name + ".system")) : Lines.NONE) {
            Options traced = options.tracedTo(ordering::write);
            Outcome outcome = Cluster.run(scenario, settles
                    ? traced.settlementTracedTo(settlement::write, system::write) : traced);
            Files.writeString(
                    folder.resolve(name + ".summary.json"), Summary.json(outcome) + "\n");
            ordering.check();
            settlement.check();
            system.check();
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException("can't write the trace " + path(name), e);
        }
    }

    /** Runs settlement alone and writes its trace and its summary. */
    SettlementRun.Result record(SettlementScenario scenario, Options options, String name) {
        try (Lines lines = new Lines(path(name))) {
            SettlementRun.Result result = SettlementRun.run(
                    scenario, options.settlementTracedTo(lines::write, line -> { }));
            Files.writeString(folder.resolve(name + ".summary.json"),
                    SettlementSummary.json(result) + "\n");
            lines.check();
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException("can't write the trace " + path(name), e);
        }
    }

    /** A file that is written line by line. */
    private static final class Lines implements AutoCloseable {

        static final Lines NONE = new Lines();

        private final @Nullable PrintWriter file;

        private Lines() {
            file = null;
        }

        Lines(Path path) throws IOException {
            file = new PrintWriter(Files.newBufferedWriter(path, StandardCharsets.UTF_8));
        }

        void write(String line) {
            if (file != null) {
                file.write(line);
                file.write('\n');
            }
        }

        void check() throws IOException {
            if (file != null && file.checkError()) {
                throw new IOException("the disk is full, or failed");
            }
        }

        @Override
        public void close() {
            if (file != null) {
                file.close();
            }
        }
    }

    /** Where the trace of this name is. */
    Path path(String name) {
        return folder.resolve(name + ".ndjson");
    }
}
