package org.quittance.core.settlement.state;

/** What becomes of an order, or of a part of it, that doesn't trade at once. */
public enum OrderKind {

    /** Good till cancelled: it rests. */
    GTC,
    /** Immediate or cancel: it is dropped. */
    IOC,
    /** It rests, and is refused if it would trade at once. */
    POST_ONLY
}
