package org.quittance.node.disk;

/** The store can't be read or written any more, or holds what nobody wrote into it. */
public final class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreFailure(Exception cause) {
        super("the store failed: " + cause.getMessage(), cause);
    }
}
