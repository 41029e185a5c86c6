package org.quittance.node.fuzz;

import java.io.IOException;

/**
 * What Jazzer calls. The property {@code fuzz.decoder} names one decoder; without it the first byte
 * of an input does.
 */
public final class FuzzTarget {

    private static final String ONE = System.getProperty("fuzz.decoder", "");
    /** All but the planted one. */
    private static final int DECODERS = Decoder.values().length - 1;

    private FuzzTarget() {}

    /** Loads all classes, before Jazzer looks at its clock. */
    public static void fuzzerInitialize() throws IOException {
        for (Decoder decoder : Decoder.values()) {
            for (byte[] seed : Seeds.of(decoder)) {
                decoder.check(seed);
            }
        }
    }

    /** One input. */
    public static void fuzzerTestOneInput(byte[] in) {
        if (!ONE.isEmpty()) {
            Decoder.valueOf(ONE).check(in);
        } else if (in.length > 0) {
            byte[] rest = new byte[in.length - 1];
            System.arraycopy(in, 1, rest, 0, rest.length);
            Decoder.values()[Math.floorMod(in[0], DECODERS)].check(rest);
        }
    }
}
