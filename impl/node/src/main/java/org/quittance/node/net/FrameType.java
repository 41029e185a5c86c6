package org.quittance.node.net;

import java.util.Optional;

/** What a frame between validators holds. */
public enum FrameType {

    /** An envelope of the core, in its canonical bytes. */
    MESSAGE(1),
    /** A command of a client with its seals, in canonical bytes, for the others' pools. */
    COMMAND(2),
    /** About the state of one of them, for another that is far behind. */
    SYNC(3);

    private final int code;

    FrameType(int code) {
        this.code = code;
    }

    /** The byte that a frame begins with. */
    public int code() {
        return code;
    }

    /** The type with that byte. */
    public static Optional<FrameType> of(int code) {
        return switch (code) {
            case 1 -> Optional.of(MESSAGE);
            case 2 -> Optional.of(COMMAND);
            case 3 -> Optional.of(SYNC);
            default -> Optional.empty();
        };
    }
}
