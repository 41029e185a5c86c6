package org.quittance.sim.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.consensus.Application;
import org.quittance.core.consensus.Verifier;
import org.quittance.core.crypto.Signer;
import org.quittance.core.message.Block;
import org.quittance.core.message.Body;
import org.quittance.core.message.Payload;
import org.quittance.core.replica.PayloadRules;
import org.quittance.core.replica.SettlementExecution;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.EventSink;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.Settlement;
import org.quittance.core.settlement.codec.BlockContents;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealVerifier;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.core.settlement.commit.Snapshot;
import org.quittance.core.settlement.state.Validators;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;
import org.quittance.sim.host.Keys;
import org.quittance.sim.host.Payloads;
import org.quittance.sim.kernel.Rng;
import org.quittance.sim.scenario.Settling;
import org.quittance.sim.settlement.Instruction;
import org.quittance.sim.settlement.Keyring;
import org.quittance.sim.settlement.Workload;

/**
 * All that could ever be settled in a run: what the state is after each block that anyone has,
 * final or not, so that whoever leads can make commands that fit. Its machine is nobody's: what it
 * comes to is what replicas are held against.
 */
final class World {

    private static final int AGAIN_PER_MILLE = 50;
    private static final int FORGED_PER_MILLE = 20;

    private record After(Snapshot snapshot, Digest root) {}

    private final Settling settling;
    private final Keyring keyring;
    private final Genesis genesis;
    private final Workload workload;
    private final Payloads payloads;
    private final Rng rng;
    private final Rng forgers;
    // Only looked up, never iterated, so its order can't matter.
    private final Map<Digest, After> states = new HashMap<>();
    private final Set<Command.SubmitEvidence> evidence = new LinkedHashSet<>();

    World(Settling settling, Keys keys, long seed, Rng rng) {
        this.settling = settling;
        this.rng = rng.split("evidence");
        this.forgers = rng.split("forgers");
        this.keyring = Keyring.of(seed);
        this.genesis = settling.market().genesis(keyring);
        this.workload = new Workload(settling.market(), keyring, rng);
        Application rules = new PayloadRules(new Verifier(keys.validators(), keys.scheme()),
                new SealVerifier(Keys.CHAIN, keyring.verifier()));
        this.payloads = new Payloads(rules, maker(keyring));
        Block first = Block.genesis(keys.validators().chainId(), keys.validators().epoch());
        states.put(first.digest(),
                after(SettlementExecution.genesis(genesis, EventSink.NONE)));
    }

    Payloads payloads() {
        return payloads;
    }

    Genesis genesis() {
        return genesis;
    }

    Settling settling() {
        return settling;
    }

    /** Someone can prove this of a validator: it will be in blocks. */
    void accuse(Command.SubmitEvidence shown) {
        evidence.add(shown);
    }

    /** Payloads of Byzantine leaders: nothing that matters, or a seal that nobody made. */
    private static Payloads.Maker maker(Keyring keyring) {
        return (node, count, valid) -> {
            Command command = new Command.ExecuteWithdrawal(1_000_000L * (node + 1) + count);
            SealedCommand sealed = SealedCommand.seal(
                    valid ? Keys.CHAIN : "another", command, keyring.account(node));
            return PayloadCodec.encode(new BlockContents(Optional.empty(), List.of(sealed)));
        };
    }

    /** Commands for a block on this parent, made as if there were no block between. */
    List<SealedCommand> commands(Block parent) {
        Settlement machine = at(parent.digest()).settlement();
        List<SealedCommand> commands = new ArrayList<>();
        for (Command.SubmitEvidence shown : evidence) {
            Validators known = machine.state().validators();
            boolean used = known.isUsed(shown.validator(), shown.kind(), shown.at());
            // One conviction is enough, mostly: else nothing is left of its stake.
            if (!used && (!known.isJailed(shown.validator()) || rng.chance(AGAIN_PER_MILLE))) {
                commands.add(new SealedCommand(shown, List.of()));
            }
        }
        int size = workload.size(machine.height());
        for (int index = 0; index < size; index++) {
            Instruction next = workload.next(index, machine.state());
            // Evidence that the workload makes up would not be believed.
            if (!(next.command() instanceof Command.SubmitEvidence)) {
                machine.execute(next.command(), next.signers());
                commands.add(sealed(next));
                if (forgers.chance(FORGED_PER_MILLE)) {
                    commands.add(forged(next));
                }
            }
        }
        return commands;
    }

    /** What anyone could send to a leader: it must not get into a block. */
    private static SealedCommand forged(Instruction instruction) {
        return new SealedCommand(new Command.Resume(Integer.MAX_VALUE), sealed(instruction).seals());
    }

    private static SealedCommand sealed(Instruction instruction) {
        Map<Bytes, Signer> distinct = new TreeMap<>();
        instruction.by().forEach(signer ->
                distinct.put(signer.publicKey().bytes(), signer));
        return SealedCommand.seal(Keys.CHAIN, instruction.command(),
                distinct.values().toArray(new Signer[0]));
    }

    /** The root after this block. */
    Digest rootAfter(Block block) {
        return state(block.digest()).root();
    }

    private After state(Digest block) {
        After known = states.get(block);
        if (known != null) {
            return known;
        }
        List<Body> path = new ArrayList<>();
        Digest next = block;
        while (!states.containsKey(next)) {
            Digest missing = next;
            Body body = payloads.body(next).orElseThrow(() -> new IllegalStateException(
                    "nobody has the payload of block " + missing));
            path.addFirst(body);
            next = body.block().parent();
        }
        SettlementExecution execution = at(next);
        After state = after(execution);
        for (Body body : path) {
            Digest digest = body.block().digest();
            execution.execute(digest, contents(body.payload()));
            state = after(execution);
            states.put(digest, state);
        }
        return state;
    }

    /** The state after this block. */
    Snapshot snapshot(Digest block) {
        return state(block).snapshot();
    }

    /** A machine of its own in the state after this block. */
    private SettlementExecution at(Digest block) {
        try {
            return SettlementExecution.restore(
                    genesis, state(block).snapshot(), EventSink.NONE);
        } catch (MalformedException e) {
            throw new Violation(Property.S13_DETERMINISTIC,
                    "a snapshot can't be restored: " + e.getMessage(), e);
        }
    }

    private static After after(SettlementExecution execution) {
        return new After(execution.snapshot(), execution.trie().root());
    }

    /** What is in a payload; nothing if it is not valid. */
    static BlockContents contents(Payload payload) {
        try {
            return PayloadCodec.decode(payload);
        } catch (MalformedException e) {
            return BlockContents.empty();
        }
    }
}
