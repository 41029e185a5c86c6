package org.quittance.core.settlement.state;

import java.util.List;

/**
 * Remembers which entries changed, once for the state root, and, if events are made, once more
 * for what the next event reports.
 */
public final class Marks {

    private final Changes forRoot = new Changes();
    private final Changes forEvent = new Changes();
    private final boolean tracing;

    public Marks(boolean tracing) {
        this.tracing = tracing;
    }

    /** Is what changes remembered for events? */
    public boolean isTracing() {
        return tracing;
    }

    /** The keys of the entries that changed since this was asked last, in key order. */
    public List<Key> takeForRoot() {
        return forRoot.take();
    }

    /** The keys of the entries that changed since the last event, in key order. */
    public List<Key> takeForEvent() {
        return forEvent.take();
    }

    void scalar(Variable variable) {
        forRoot.scalar(variable);
        if (tracing) {
            forEvent.scalar(variable);
        }
    }

    void cash(int account) {
        forRoot.cash(account);
        if (tracing) {
            forEvent.cash(account);
        }
    }

    void nonce(int account) {
        forRoot.nonce(account);
        if (tracing) {
            forEvent.nonce(account);
        }
    }

    void position(int account, int series) {
        forRoot.position(account, series);
        if (tracing) {
            forEvent.position(account, series);
        }
    }

    void order(long id) {
        forRoot.order(id);
        if (tracing) {
            forEvent.order(id);
        }
    }

    /** An entry of a variable that no one changes with every command. */
    void other(Variable variable, long first) {
        other(Key.of(variable, first));
    }

    void other(Key key) {
        forRoot.other(key);
        if (tracing) {
            forEvent.other(key);
        }
    }
}
