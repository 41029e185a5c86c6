package org.quittance.sim.check;

/** A property does not hold. Thrown by the checker that found it; it ends the run. */
public final class Violation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Property property;

    public Violation(Property property, String detail) {
        super(detail);
        this.property = property;
    }

    /** A property that does not hold because something else failed. */
    public Violation(Property property, String detail, Throwable cause) {
        super(detail, cause);
        this.property = property;
    }

    /** What does not hold. */
    public Property property() {
        return property;
    }
}
