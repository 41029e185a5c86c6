package org.quittance.core.message;

import java.util.Optional;
import org.checkerframework.dataflow.qual.Pure;

/** What a signed message says, in the order in which traces sort it: by its word. */
public enum Kind {

    /** A vote that the block of a view be final. */
    FINALIZE("finalize", 3),

    /** A vote that a block is the leader's, valid, and allowed by the parent rule. */
    NOTARIZE("notarize", 1),

    /** A vote that a view be given up. */
    NULLIFY("nullify", 2),

    /** The leader's proposal of a block. Not a vote, so no certificate is of this kind. */
    PROPOSE("propose", 0);

    private final String word;
    private final int code;

    Kind(String word, int code) {
        this.word = word;
        this.code = code;
    }

    /** The kind with this code in canonical bytes, if there is one. */
    public static Optional<Kind> ofCode(int code) {
        return switch (code) {
            case 0 -> Optional.of(PROPOSE);
            case 1 -> Optional.of(NOTARIZE);
            case 2 -> Optional.of(NULLIFY);
            case 3 -> Optional.of(FINALIZE);
            default -> Optional.empty();
        };
    }

    /** Its name in the specs and in traces. */
    @Pure
    public String word() {
        return word;
    }

    /** Its number in canonical bytes. */
    @Pure
    public int code() {
        return code;
    }

    @Pure
    public boolean isVote() {
        return this != PROPOSE;
    }
}
