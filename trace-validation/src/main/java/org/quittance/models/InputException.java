package org.quittance.models;

/** Something that the user gave is wrong. The message is one line: what, where, and the mend. */
public final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }
}
