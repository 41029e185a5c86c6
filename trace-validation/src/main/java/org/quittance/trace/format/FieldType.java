package org.quittance.trace.format;

/** What a field of an event's args or post can be. */
public enum FieldType {
    /** A number from 0. */
    VIEW,
    /** true or false. */
    FLAG,
    /** One block. */
    BLOCK,
    /** Blocks in order, from parent to child; the checks are the spec's. */
    PATH,
    /** One message. */
    MESSAGE,
    /** Messages in the order of signing. */
    QUEUE,
    /** A set of messages, sorted. */
    MESSAGES,
    /** One certificate. */
    CERTIFICATE,
    /** A set of certificates, sorted. */
    CERTIFICATES,
    /** A set of validators, ascending. */
    SIGNERS
}
