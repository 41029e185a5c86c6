package org.quittance.node.driver;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.codec.MessageCodec;
import org.quittance.core.consensus.Input;
import org.quittance.core.consensus.Verifier;
import org.quittance.core.consensus.Verifier.Verdict;
import org.quittance.core.message.Proposal;
import org.quittance.core.replica.PayloadRules;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.node.net.FrameType;
import org.quittance.node.net.PeerNetwork;
import org.quittance.node.sync.StateSync;

/**
 * What other validators sent: decoded and verified on the thread of their connection, before the
 * core sees or counts it.
 */
final class Incoming implements PeerNetwork.Inbound {

    private final ValidatorSet validators;
    private final Verifier verifier;
    private final PayloadRules rules;
    private final KnownPayloads payloads;
    private final CommandPool pool;
    private final Counters counters;
    private volatile @Nullable CoreThread core;
    private volatile @Nullable StateSync sync;

    Incoming(
            ValidatorSet validators,
            Verifier verifier,
            PayloadRules rules,
            KnownPayloads payloads,
            CommandPool pool,
            Counters counters) {
        this.validators = validators;
        this.verifier = verifier;
        this.rules = rules;
        this.payloads = payloads;
        this.pool = pool;
        this.counters = counters;
    }

    /** Where messages go from now on. */
    void attach(CoreThread thread, StateSync states) {
        core = thread;
        sync = states;
    }

    @Override
    public void received(int from, FrameType type, byte[] content) throws InterruptedException {
        CoreThread target = core;
        if (target == null || from < 0 || from >= validators.size()) {
            return;
        }
        try {
            switch (type) {
                case MESSAGE -> message(target, new ValidatorId(from), content);
                case COMMAND -> command(target, content);
                case SYNC -> {
                    StateSync states = sync;
                    if (states != null) {
                        states.received(from, content);
                    }
                }
            }
        } catch (MalformedException e) {
            counters.rejected("MALFORMED_" + e.reason());
        }
    }

    private void message(CoreThread target, ValidatorId from, byte[] content)
            throws MalformedException, InterruptedException {
        switch (verifier.verify(from, MessageCodec.decode(content))) {
            case Verdict.Accepted(var message) -> {
                if (message.message() instanceof Proposal proposal) {
                    // The core asks this again, and then it is known.
                    boolean valid = payloads.isValid(proposal.payload());
                    if (!valid) {
                        counters.rejected("INVALID_PAYLOAD");
                    }
                }
                target.received(new Input.Received(from, message));
            }
            case Verdict.Rejected(var reason) -> counters.rejected(reason.name());
        }
    }

    private void command(CoreThread target, byte[] content) throws MalformedException {
        SealedCommand command = PayloadCodec.decodeSealed(content);
        if (!rules.isValid(command)) {
            counters.rejected("COMMAND_NOT_VALID");
        } else if (pool.add(command, System.nanoTime()) == CommandPool.Added.NEW) {
            target.poke();
        }
    }
}
