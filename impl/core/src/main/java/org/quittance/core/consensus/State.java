package org.quittance.core.consensus;

import java.util.List;
import org.checkerframework.dataflow.qual.Pure;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.base.View;
import org.quittance.core.message.Block;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Signed;

/**
 * All that a running validator knows. A validator that is down has no state.
 *
 * @param config what it knew before
 * @param round the current view
 * @param certificates that it holds
 * @param own what it signed
 * @param chain what it committed
 * @param votes that it received
 * @param proposals that it received
 * @param evidence that it found
 * @param learned certificates that votes or others showed to it in this step; empty between steps
 * @param catchUp what it asks others for
 * @param budget what it still answers to others
 * @param nextIndex index of the next record of its log
 */
public record State(
        Config config,
        Round round,
        CertificateStore certificates,
        OwnMessages own,
        Chain chain,
        VoteBook votes,
        ProposalBook proposals,
        EvidenceCollector evidence,
        List<Certificate> learned,
        CatchUp catchUp,
        PeerBudget budget,
        long nextIndex) {

    /** The spec's {@code Init}. */
    static State initial(Config config) {
        Block genesis = config.genesis();
        return new State(
                config,
                Round.enter(config, View.GENESIS.next()),
                CertificateStore.ofGenesis(genesis),
                OwnMessages.none(),
                Chain.at(genesis, Height.GENESIS),
                VoteBook.empty(),
                ProposalBook.empty(),
                EvidenceCollector.empty(),
                List.of(),
                CatchUp.none(),
                PeerBudget.fresh(),
                0);
    }

    /** The current view. */
    @Pure
    public View view() {
        return round.view();
    }

    /** All certificates held, from the view of the last committed block on, sorted. */
    public List<Certificate> heldCertificates() {
        return certificates.all();
    }

    /** Signed and not yet known to be durable, in order. */
    public List<Signed> pending() {
        return own.pendingSigned();
    }

    /** Own durable messages, from the view of the last committed block on, sorted. */
    public List<Signed> durable() {
        return OwnMessages.signed(own.durableFrom(View.GENESIS));
    }

    @Pure
    public Block committed() {
        return chain.committed();
    }

    /** The height of the last committed block. */
    @Pure
    public Height height() {
        return chain.height();
    }

    /** Everything that grows with what others send, counted in messages. */
    public int size() {
        int charges = evidence.known().size();
        return votes.size() + proposals.byView().size() + certificates.all().size()
                + chain.bodies().size() + charges;
    }

    @Pure
    ValidatorId self() {
        return config.self();
    }

    @Pure
    ValidatorSet validators() {
        return config.validators();
    }

    State with(Round changed) {
        return new State(config, changed, certificates, own, chain, votes, proposals, evidence,
                learned, catchUp, budget, nextIndex);
    }

    State with(CertificateStore changed) {
        return new State(config, round, changed, own, chain, votes, proposals, evidence,
                learned, catchUp, budget, nextIndex);
    }

    State with(OwnMessages changed) {
        return new State(config, round, certificates, changed, chain, votes, proposals, evidence,
                learned, catchUp, budget, nextIndex);
    }

    State with(Chain changed) {
        return new State(config, round, certificates, own, changed, votes, proposals, evidence,
                learned, catchUp, budget, nextIndex);
    }

    State with(VoteBook changed) {
        return new State(config, round, certificates, own, chain, changed, proposals, evidence,
                learned, catchUp, budget, nextIndex);
    }

    State with(ProposalBook changed) {
        return new State(config, round, certificates, own, chain, votes, changed, evidence,
                learned, catchUp, budget, nextIndex);
    }

    State with(EvidenceCollector changed) {
        return new State(config, round, certificates, own, chain, votes, proposals, changed,
                learned, catchUp, budget, nextIndex);
    }

    State with(CatchUp changed) {
        return new State(config, round, certificates, own, chain, votes, proposals, evidence,
                learned, changed, budget, nextIndex);
    }

    State with(PeerBudget changed) {
        return new State(config, round, certificates, own, chain, votes, proposals, evidence,
                learned, catchUp, changed, nextIndex);
    }

    State withLearned(List<Certificate> changed) {
        return new State(config, round, certificates, own, chain, votes, proposals, evidence,
                changed, catchUp, budget, nextIndex);
    }

    State withNextIndex(long changed) {
        return new State(config, round, certificates, own, chain, votes, proposals, evidence,
                learned, catchUp, budget, changed);
    }

    /** Without what is of no use once everything up to the latest final block is final. */
    State forgettingOldVotes() {
        View floor = certificates.finalizedView();
        return with(votes.from(floor)).with(proposals.from(floor)).with(evidence.from(floor));
    }
}
