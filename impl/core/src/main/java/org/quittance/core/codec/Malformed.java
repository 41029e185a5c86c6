package org.quittance.core.codec;

/** What can be wrong with bytes. */
public enum Malformed {

    /** They end too early. */
    TRUNCATED,
    /** There are more of them than any message has. */
    TOO_LONG,
    /** They go on after the end. */
    TRAILING_BYTES,
    /** A tag or version that nothing has. */
    BAD_TAG,
    /** A number that takes more bytes than it needs. */
    NON_MINIMAL,
    /** A number, length or text beyond what is allowed there. */
    OUT_OF_RANGE,
    /** Signers that are not in ascending order. */
    UNSORTED_SIGNERS,
    /** A signer twice. */
    DUPLICATE_SIGNER,
    /** Parts that are right by themselves but don't belong together. */
    CONTRADICTION,
    /** A log without the header that every log begins with. */
    MISSING_HEADER,
    /** A log of another validator, epoch or chain. */
    FOREIGN_LOG,
    /** A record in a log that is not as it was written. */
    BAD_CHECKSUM,
    /** A record in a log that is not the successor of the one before it. */
    WRONG_INDEX
}
