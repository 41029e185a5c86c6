package org.quittance.node.net;

/** Counts what happens between validators. Any thread. */
public interface PeerCounts {

    /** A connection was refused, or its certificate. */
    void refused();

    /** A connection to another validator was lost or couldn't be made. */
    void lost();

    /** Bytes came in. */
    void read(int bytes);

    /** Bytes went out. */
    void written(int bytes);

    /** A frame that nobody can read, or that is too long. */
    void malformed();
}
