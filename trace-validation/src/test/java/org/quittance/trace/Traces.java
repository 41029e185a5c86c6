package org.quittance.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.quittance.trace.corpus.Corpus;
import org.quittance.trace.format.MalformedTraceException;
import org.quittance.trace.format.Trace;
import org.quittance.trace.format.TraceReader;
import org.quittance.trace.replay.ReplaySession;
import org.quittance.trace.replay.StepException;
import org.quittance.trace.specs.QuittanceSpecs;
import org.quittance.trace.tla.Workspace;

/** Where tests find the specs and the sample traces; Maven runs them in the module's folder. */
public final class Traces {

    public static final Path REPOSITORY = Path.of("..");
    public static final Path SPECS = REPOSITORY.resolve("specs");
    public static final Path SAMPLES = Path.of("src/test/resources/traces");
    public static final Corpus CORPUS = new Corpus(SAMPLES);

    /** A validator that uses the TLC of the class path, whatever the environment says. */
    public static final TraceValidator VALIDATOR = validator(SPECS, Map.of());

    private Traces() {}

    /** A validator that validates in both ways. */
    public static TraceValidator validator(Path specs, Map<String, String> environment) {
        try {
            return new TraceValidator(QuittanceSpecs.in(specs), environment, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a whole trace. */
    public static Trace read(String name, Path file) throws MalformedTraceException, IOException {
        return TraceReader.read(name, file, QuittanceSpecs.ALL);
    }

    /** A session for traces like this one. */
    public static ReplaySession session(Trace trace) throws IOException, StepException {
        return ReplaySession.of(
                trace.header(), Workspace.folders(SPECS), ReplaySession.WIDE);
    }

    /** Steps through the trace. */
    public static EngineOutcome replay(Trace trace) throws Exception {
        try (ReplaySession session = session(trace)) {
            return session.run(trace);
        }
    }

    /** Is the sample of that name one of settlement or of the whole system? */
    public static boolean isOfTheMarket(String sample) {
        return sample.matches("(market|settlement|system)-.*");
    }
}
