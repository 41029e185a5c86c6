package org.quittance.core.message;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.checkerframework.dataflow.qual.Pure;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.View;

/**
 * Votes for one statement: a notarization, a nullification or a finalization.
 *
 * <p>That the signatures are genuine, and the signers distinct, sorted and a quorum, is for the
 * receiver to check. Those of genesis, which everyone holds from the start, have no signers.
 *
 * @param endorsements sorted by signer, each signer once
 */
public record Certificate(Statement statement, List<Endorsement> endorsements) implements Message {

    public Certificate {
        if (!statement.kind().isVote()) {
            throw new IllegalArgumentException("no certificate is to " + statement.kind().word());
        }
        endorsements = List.copyOf(endorsements);
    }

    /** The certificate that these votes, all for one statement, make. */
    public static Certificate of(Statement statement, Collection<Signed> votes) {
        return new Certificate(statement, votes.stream()
                .map(vote -> new Endorsement(vote.signer(), vote.signature()))
                .sorted((a, b) -> a.signer().compareTo(b.signer()))
                .toList());
    }

    /** The notarization of genesis. */
    public static Certificate genesisNotarization(Block genesis) {
        return new Certificate(Statement.notarize(genesis), List.of());
    }

    /** The finalization of genesis. */
    public static Certificate genesisFinalization(Block genesis) {
        return new Certificate(Statement.finalization(genesis), List.of());
    }

    @Pure
    public Kind kind() {
        return statement.kind();
    }

    @Pure
    public View view() {
        return statement.view();
    }

    @Pure
    public Block block() {
        return statement.block();
    }

    /** Whoever signed, each once. */
    public SortedSet<ValidatorId> signers() {
        SortedSet<ValidatorId> signers = new TreeSet<>();
        for (Endorsement endorsement : endorsements) {
            signers.add(endorsement.signer());
        }
        return Collections.unmodifiableSortedSet(signers);
    }

    /** The votes that it is made of. */
    public List<Signed> votes() {
        return endorsements.stream()
                .map(e -> new Signed(e.signer(), statement, e.signature()))
                .toList();
    }
}
