package org.quittance.trace.format;

/** There is something that only a closer look can judge. */
final class Unusual extends Exception {

    /** The only one: nobody asks where it came from. */
    static final Unusual BECAUSE = new Unusual();

    private static final long serialVersionUID = 1;

    private Unusual() {
        super("unusual", null, false, false);
    }
}
