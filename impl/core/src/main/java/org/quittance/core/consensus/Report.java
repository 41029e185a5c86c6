package org.quittance.core.consensus;

import org.quittance.core.base.View;
import org.quittance.core.message.Block;
import org.quittance.core.message.Evidence;

/** Something that people, or the slashing of validators, must hear of. */
public sealed interface Report {

    /**
     * A validator signed two things that no correct validator signs. Told once for each pair, but
     * maybe again after a crash that came before its record was durable.
     */
    record Guilty(Evidence evidence) implements Report {}

    /** A leader proposed two blocks in one view. No evidence, but the view won't be finalized. */
    record TwoProposals(View view, Block first, Block second) implements Report {}

    /**
     * A block is final that does not descend from the last committed one: a third of the weight or
     * more is Byzantine. Nothing is committed any more.
     */
    record Forked(Block committed, Block conflicting) implements Report {}
}
