package org.quittance.core.message;

import org.checkerframework.dataflow.qual.Pure;

/** A message that its author signed: a proposal or a vote. */
public sealed interface SignedMessage extends Message permits Proposal, Vote {

    @Pure
    Signed signed();
}
