package org.quittance.node;

/**
 * What a process ends with. The numbers never change their meaning; 3 and 4 are those of
 * {@code quittance trace}, which the same program has.
 */
public enum ExitCode {

    /** All went well. */
    OK(0),
    /** A check failed: what was looked at is not what it should be. */
    FAILED(1),
    /** The command line, a configuration, a genesis, a key or a proof can't be used. */
    BAD_INPUT(2),
    /** The disk failed while the node ran: it stopped before it sent anything. */
    DISK(5),
    /** The own state differs from a quittance: the node stopped for good. */
    DIVERGED(6),
    /** The data directory is in use, foreign, damaged or missing. */
    BAD_DATA(7),
    /** An address can't be listened on, or a server doesn't answer. */
    NETWORK(8),
    /** A fault of the program. */
    INTERNAL(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
