package org.quittance.sim;

/** The user's input can't be used; the message names it and says how to mend it. */
final class BadInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadInputException(String message) {
        super(message);
    }
}
