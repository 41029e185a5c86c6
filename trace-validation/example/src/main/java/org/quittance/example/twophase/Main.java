package org.quittance.example.twophase;

import java.io.IOException;
import java.nio.file.Path;
import org.quittance.trace.conformance.Conformance;
import org.quittance.trace.conformance.RunHeader;
import org.quittance.trace.conformance.TraceRecorder;

/** Runs a transaction of three participants and writes its trace. */
public final class Main {

    private static final int PARTICIPANTS = 3;

    private Main() {}

    /**
     * Runs it.
     *
     * @param args the mapping file, the file for the trace, a seed, and "hasty" for the fault
     */
    public static void main(String[] args) {
        boolean hasty = args.length == 4 && args[3].equals("hasty");
        if (args.length != 3 && !hasty || !args[2].matches("\\d{1,18}")) {
            System.err.println(
                    "wrong arguments; give a mapping file, a file for the trace, a number as seed,"
                            + " and \"hasty\" if the coordinator is to have its fault");
            System.exit(2);
        }
        long seed = Long.parseLong(args[2]);
        try {
            Conformance spec = Conformance.to(Path.of(args[0]));
            try (TraceRecorder trace = spec.recorder(Path.of(args[1]), "transaction")) {
                trace.begin(RunHeader.of(PARTICIPANTS + 1).withSeed(seed));
                Transaction.run(PARTICIPANTS, seed, hasty, trace::log);
            }
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}
