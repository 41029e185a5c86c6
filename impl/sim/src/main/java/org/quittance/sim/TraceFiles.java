package org.quittance.sim;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.quittance.sim.run.Cluster;
import org.quittance.sim.run.Options;
import org.quittance.sim.run.Outcome;
import org.quittance.sim.scenario.Scenario;

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

    /** Runs a scenario and writes its trace and its summary. */
    Outcome record(Scenario scenario, Options options, String name) {
        try (PrintWriter trace = new PrintWriter(
                Files.newBufferedWriter(path(name), StandardCharsets.UTF_8))) {
            Outcome outcome = Cluster.run(scenario, options.tracedTo(line -> {
                trace.write(line);
                trace.write('\n');
            }));
            Files.writeString(
                    folder.resolve(name + ".summary.json"), Summary.json(outcome) + "\n");
            if (trace.checkError()) {
                throw new IOException("the disk is full, or failed");
            }
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException("can't write the trace " + path(name), e);
        }
    }

    /** Where the trace of this name is. */
    Path path(String name) {
        return folder.resolve(name + ".ndjson");
    }
}
