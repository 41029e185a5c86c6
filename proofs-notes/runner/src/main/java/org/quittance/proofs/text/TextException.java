package org.quittance.proofs.text;

/** A text that means nothing: where, and what to mend. */
public final class TextException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with that line of that text. */
    public TextException(String name, int line, String problem) {
        super(name + ":" + line + ": " + problem);
    }

    /** What is wrong with that text. */
    public TextException(String name, String problem) {
        super(name + ": " + problem);
    }
}
