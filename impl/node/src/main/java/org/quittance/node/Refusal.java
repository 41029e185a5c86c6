package org.quittance.node;

/** What a user handed in, or what is on the disk, can't be used; told in one line. */
public final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    /**
     * A refusal.
     *
     * @param code what the process ends with
     * @param message names what is wrong, where, and what to do about it
     */
    public Refusal(ExitCode code, String message) {
        super(message);
        this.code = code;
    }

    public ExitCode code() {
        return code;
    }

    /** One line about what went wrong underneath. */
    public static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
