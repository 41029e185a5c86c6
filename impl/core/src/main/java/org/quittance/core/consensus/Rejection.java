package org.quittance.core.consensus;

/** Why a message is not believed, in the order in which it is checked. */
public enum Rejection {

    /** It was sent by nobody in the validator set. */
    UNKNOWN_SENDER,
    /** It belongs to another chain. */
    WRONG_CHAIN,
    /** It, or a block in it, belongs to another epoch. */
    WRONG_EPOCH,
    /** It is about view 0, in which nobody signs anything, or one beyond 2^62. */
    VIEW_OUT_OF_RANGE,
    /** It attests the state at a height beyond 2^62. */
    HEIGHT_OUT_OF_RANGE,
    /** A block builds on a block of view 0 that is not genesis. */
    WRONG_GENESIS,
    /** A signer is not in the validator set. */
    UNKNOWN_SIGNER,
    /** A certificate or quittance has a signer twice. */
    DUPLICATE_SIGNER,
    /** The signers of a certificate or quittance are not in order. */
    UNSORTED_SIGNERS,
    /** The signers of a certificate or quittance are no quorum. */
    TOO_LITTLE_WEIGHT,
    /** A proposal is signed by a validator that does not lead the view. */
    NOT_THE_LEADER,
    /** A payload is not the one that its block names. */
    WRONG_PAYLOAD,
    /** The blocks of a response are not each the parent of the one before. */
    NOT_A_CHAIN,
    /** A key or signature is of another scheme than the one in use. */
    WRONG_SCHEME,
    /** A signature is not that of its signer under this statement. */
    BAD_SIGNATURE
}
