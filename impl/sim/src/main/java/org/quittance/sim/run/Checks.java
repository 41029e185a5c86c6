package org.quittance.sim.run;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.quittance.core.base.View;
import org.quittance.core.consensus.LeaderElection;
import org.quittance.core.consensus.State;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.Block;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Evidence;
import org.quittance.core.message.Statement;
import org.quittance.sim.check.Agreement;
import org.quittance.sim.check.CertificatesAreBacked;
import org.quittance.sim.check.Checker;
import org.quittance.sim.check.DurableVotes;
import org.quittance.sim.check.FinalizedNotNullified;
import org.quittance.sim.check.Members;
import org.quittance.sim.check.NoConflictingNotarization;
import org.quittance.sim.check.NoHonestEvidence;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Validity;
import org.quittance.sim.check.Violation;
import org.quittance.sim.host.Keys;
import org.quittance.sim.host.Payloads;

/** All safety checkers of a run. Each is told everything, in the order in which it happens. */
final class Checks {

    private final Agreement agreement;
    private final List<Checker> all;
    private final Set<Property> ignored;
    private Consumer<Attestation> attestations = attestation -> { };

    /**
     * All checkers but those that are ignored.
     *
     * @param ignored properties whose violation is none
     */
    Checks(Members members, Keys keys, Payloads payloads, Set<Property> ignored) {
        this.ignored = ignored;
        Block genesis = Block.genesis(keys.validators().chainId(), keys.validators().epoch());
        agreement = new Agreement(genesis);
        all = List.of(
                agreement,
                new Validity(members,
                        view -> LeaderElection.leader(keys.validators(), new View(view)).index(),
                        payloads::isValid),
                new NoConflictingNotarization(members),
                new FinalizedNotNullified(members),
                new NoHonestEvidence(members),
                new DurableVotes(members),
                new CertificatesAreBacked(members));
    }

    void synced(int node, Statement statement) {
        tell(checker -> checker.synced(node, statement));
    }

    void readBack(int node, Set<Statement> own) {
        tell(checker -> checker.readBack(node, own));
    }

    void sent(int signer, Statement statement) {
        tell(checker -> checker.sent(signer, statement));
    }

    void committed(int node, Block block) {
        tell(checker -> checker.committed(node, block));
    }

    void accused(Evidence evidence) {
        tell(checker -> checker.accused(evidence));
    }

    void standsAt(int node, Block tip) {
        tell(checker -> checker.standsAt(node, tip));
    }

    /** What a correct replica believes after a step. */
    void after(int node, State state) {
        standsAt(node, state.committed());
        for (Certificate certificate : state.heldCertificates()) {
            tell(checker -> checker.holds(node, certificate));
        }
    }

    /** Whoever wants to hear of attestations is told from now on. */
    void onAttestation(Consumer<Attestation> listener) {
        attestations = listener;
    }

    /** A genuine attestation is out. */
    void attested(Attestation attestation) {
        attestations.accept(attestation);
    }

    private void tell(Consumer<Checker> what) {
        for (Checker checker : all) {
            try {
                what.accept(checker);
            } catch (Violation violation) {
                if (!ignored.contains(violation.property())) {
                    throw violation;
                }
            }
        }
    }

    /** How many different blocks are committed. */
    int blocks() {
        return agreement.blocks();
    }
}
