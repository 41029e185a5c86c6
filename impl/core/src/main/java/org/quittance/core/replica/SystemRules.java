package org.quittance.core.replica;

import java.util.List;
import java.util.Optional;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.Spec;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.codec.SigningBytes;
import org.quittance.core.consensus.Config;
import org.quittance.core.consensus.Effect;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.AttestationEvidence;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Quittance;
import org.quittance.core.settlement.codec.BlockContents;

/**
 * The spec's actions of a replica: each takes one step, if its guard in {@link SystemState} holds,
 * and records one event of the same name. It belongs to one replica.
 */
final class SystemRules {

    private final Config config;
    private final Execution execution;
    private final SystemState state;

    SystemRules(Config config, Execution execution, SystemState state) {
        this.config = config;
        this.execution = execution;
        this.state = state;
    }

    /**
     * The next final block is executed, and its root attested.
     *
     * @param block its digest
     */
    @Spec("System!Execute")
    void execute(Height h, Digest block, BlockContents contents, ReplicaOutbox out) {
        if (!state.canExecute(h)) {
            return;
        }
        Digest root = execution.execute(block, contents);
        state.setExecuted(h, root);
        out.add(new SystemEvent.Execute(h, root, contents));
        state.recentQuittance(h).ifPresent(quittance -> compare(quittance, out));
        attest(h, root, out);
    }

    @Spec("System!Attest")
    private void attest(Height h, Digest root, ReplicaOutbox out) {
        if (!state.canAttest(h)) {
            return;
        }
        byte[] bytes = SigningBytes.ofAttestation(config.validators(), h, root);
        Attestation attestation =
                new Attestation(config.self(), h, root, config.signer().sign(bytes));
        state.sign(attestation, out.write(new LogRecord.Attested(attestation)));
        out.add(new SystemEvent.Attest(h, root));
    }

    /** All records up to this place are durable. */
    void written(long upTo, ReplicaOutbox out) {
        for (Height h : state.takeWritten(upTo)) {
            send(h, out);
        }
        if (state.hasWrittenWhyToStop(upTo)) {
            stop(out);
        }
    }

    /** The record of the own attestation is durable: from now on it counts. */
    @Spec("System!Send")
    private void send(Height h, ReplicaOutbox out) {
        Optional<Attestation> signed = state.signed(h);
        if (!state.canSend(h) || signed.isEmpty()) {
            return;
        }
        Attestation attestation = signed.get();
        state.setDurable(attestation);
        out.add(new SystemEvent.Send(h));
        out.add(new Effect.Send(attestation));
        count(attestation, out);
    }

    /** An attestation came in, of anyone. Not an action of the spec, which has no delivery. */
    void receive(Attestation attestation, ReplicaOutbox out) {
        ValidatorId signer = attestation.signer();
        Height h = attestation.height();
        if (!state.isRunning() || signer.equals(config.self()) || !state.isOfInterest(h)) {
            return;
        }
        Optional<Attestation> first = state.book().of(signer, h);
        if (first.isPresent()) {
            AttestationEvidence.of(first.get(), attestation)
                    .ifPresent(evidence -> accuse(evidence, out));
            return;
        }
        out.add(new SystemEvent.ReceiveAttestation(attestation));
        count(attestation, out);
    }

    /** Enters an attestation, of whomever, into the book, and sees what that makes. */
    void count(Attestation attestation, ReplicaOutbox out) {
        Height h = attestation.height();
        state.book().add(attestation);
        state.recentQuittance(h).ifPresent(quittance -> charge(attestation, quittance, out));
        formQuittance(h, attestation.root(), out);
    }

    @Spec("System!FormQuittance")
    private void formQuittance(Height h, Digest root, ReplicaOutbox out) {
        List<Attestation> equal = state.book().of(h, root);
        if (!state.canFormQuittance(h, equal)) {
            return;
        }
        Quittance quittance = Quittance.of(h, root, equal);
        state.hold(quittance);
        out.add(new SystemEvent.FormQuittance(h, root, quittance.signers()));
        settle(quittance, out);
    }

    /** A quittance came in, which was verified. */
    @Spec("System!ReceiveQuittance")
    void receiveQuittance(Quittance quittance, ReplicaOutbox out) {
        Height h = quittance.height();
        if (!state.canReceiveQuittance(h)) {
            chargeForTwo(quittance, out);
            return;
        }
        state.hold(quittance);
        out.add(new SystemEvent.ReceiveQuittance(h, quittance.root(), quittance.signers()));
        settle(quittance, out);
    }

    /** The record that says why is durable: now nothing comes after it any more. */
    @Spec("System!Stop")
    void stop(ReplicaOutbox out) {
        Optional<Divergence> divergence = state.diverged();
        if (!state.canStop() || divergence.isEmpty()) {
            return;
        }
        state.setStopped();
        out.add(new SystemEvent.Stop(divergence.get().height()));
        out.add(new ReplicaEffect.Stop(divergence.get()));
    }

    /** What a new quittance means for what is here already. */
    private void settle(Quittance quittance, ReplicaOutbox out) {
        for (Attestation attestation : state.book().at(quittance.height())) {
            charge(attestation, quittance, out);
        }
        compare(quittance, out);
    }

    /** Does the own root differ? The spec's {@code diverged}. */
    private void compare(Quittance quittance, ReplicaOutbox out) {
        Optional<Digest> own = state.root(quittance.height());
        if (state.isRunning() && own.isPresent() && !own.get().equals(quittance.root())) {
            state.setDiverged(new Divergence(own.get(), quittance),
                    out.write(new LogRecord.Diverged(own.get(), quittance)));
        }
    }

    private void charge(Attestation attestation, Quittance quittance, ReplicaOutbox out) {
        AttestationEvidence.of(attestation, quittance)
                .ifPresent(evidence -> accuse(evidence, out));
    }

    /** Of two quittances for one height, whoever signed both is guilty. */
    private void chargeForTwo(Quittance quittance, ReplicaOutbox out) {
        Optional<Quittance> other = state.recentQuittance(quittance.height());
        if (state.isRunning() && other.isPresent()) {
            for (Attestation attestation : quittance.attestations()) {
                charge(attestation, other.get(), out);
            }
        }
    }

    private void accuse(AttestationEvidence evidence, ReplicaOutbox out) {
        // Whether the own execution went wrong is for the comparison of roots to say.
        if (!evidence.culprit().equals(config.self()) && state.charge(evidence)) {
            out.write(new LogRecord.Accused(evidence));
            out.add(new ReplicaEffect.Accuse(evidence));
        }
    }
}
