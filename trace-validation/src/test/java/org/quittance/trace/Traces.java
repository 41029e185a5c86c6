package org.quittance.trace;

import java.nio.file.Path;
import java.util.Map;
import org.quittance.trace.corpus.Corpus;

/** Where tests find the specs and the sample traces; Maven runs them in the module's folder. */
public final class Traces {

    public static final Path REPOSITORY = Path.of("..");
    public static final Path SPECS = REPOSITORY.resolve("specs");
    public static final Path SAMPLES = Path.of("src/test/resources/traces");
    public static final Corpus CORPUS = new Corpus(SAMPLES);

    /** A validator that uses the TLC of the class path, whatever the environment says. */
    public static final TraceValidator VALIDATOR = new TraceValidator(SPECS, Map.of());

    private Traces() {}

    /** Is the sample of that name one of settlement or of the whole system? */
    public static boolean isOfTheMarket(String sample) {
        return sample.matches("(market|settlement|system)-.*");
    }
}
