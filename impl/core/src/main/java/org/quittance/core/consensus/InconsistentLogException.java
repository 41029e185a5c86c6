package org.quittance.core.consensus;

/**
 * The records of a log are each well formed, but no correct validator wrote them in this order.
 *
 * <p>To start on such a log could mean to vote twice; so the validator refuses to.
 */
public final class InconsistentLogException extends Exception {

    private static final long serialVersionUID = 1L;

    public InconsistentLogException(String message) {
        super(message);
    }
}
