package org.quittance.core.consensus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.Validator;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.base.View;
import org.quittance.core.base.Weight;
import org.quittance.core.codec.SigningBytes;
import org.quittance.core.crypto.SimulationScheme;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.Block;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Envelope;
import org.quittance.core.message.Message;
import org.quittance.core.message.Payload;
import org.quittance.core.message.Proposal;
import org.quittance.core.message.Quittance;
import org.quittance.core.message.Signed;
import org.quittance.core.message.Statement;
import org.quittance.core.message.Vote;

/** Validators of equal weight, four unless told otherwise, and what they could say. */
public final class Four {

    public static final SimulationScheme SCHEME = new SimulationScheme(7);

    public static final Timing TIMING = new Timing(1_000, 2_000, 16_000, 500);

    /** A payload is invalid if it begins with "bad". */
    public static final Application APPLICATION =
            payload -> !new String(payload.bytes().toArray(), StandardCharsets.UTF_8)
                    .startsWith("bad");

    public final ValidatorSet validators;
    public final Verifier verifier;
    public final Block genesis;

    public Four() {
        this(weighted(1, 1, 1, 1));
    }

    public Four(ValidatorSet validators) {
        this.validators = validators;
        this.verifier = new Verifier(validators, SCHEME);
        this.genesis = Block.genesis(validators.chainId(), validators.epoch());
    }

    public static ValidatorSet weighted(long... weights) {
        return weighted("test", weights);
    }

    public static ValidatorSet weighted(String chainId, long... weights) {
        List<Validator> members = IntStream.range(0, weights.length)
                .mapToObj(i -> new Validator(
                        new Weight(weights[i]), SCHEME.signer(i).publicKey()))
                .toList();
        return new ValidatorSet(chainId, 0, members);
    }

    public static ValidatorId id(int index) {
        return new ValidatorId(index);
    }

    public static View view(long number) {
        return new View(number);
    }

    public static Payload payload(String text) {
        return new Payload(Bytes.copyOf(text.getBytes(StandardCharsets.UTF_8)));
    }

    public Config config(int self) {
        return new Config(validators, id(self), SCHEME.signer(self), APPLICATION, TIMING);
    }

    public int leader(long view) {
        return LeaderElection.leader(validators, view(view)).index();
    }

    /** The first validators, in order, that are none of these. */
    public int[] others(int count, int... without) {
        return IntStream.range(0, validators.size())
                .filter(i -> Arrays.stream(without).noneMatch(w -> w == i))
                .limit(count)
                .toArray();
    }

    public Block on(Block parent, long view) {
        return Block.on(parent, view(view), payload("view " + view));
    }

    public Signed signed(int signer, Statement statement) {
        byte[] bytes = SigningBytes.of(validators, statement);
        return new Signed(id(signer), statement, SCHEME.signer(signer).sign(bytes));
    }

    public Vote vote(int signer, Statement statement) {
        return new Vote(signed(signer, statement));
    }

    public Proposal proposal(Block parent, long view) {
        return proposal(parent, view, payload("view " + view));
    }

    public Proposal proposal(Block parent, long view, Payload payload) {
        Block block = Block.on(parent, view(view), payload);
        return new Proposal(signed(leader(view), Statement.propose(block)), payload);
    }

    public Certificate certificate(Statement statement, int... signers) {
        List<Signed> votes = new ArrayList<>();
        for (int signer : signers) {
            votes.add(signed(signer, statement));
        }
        return Certificate.of(statement, votes);
    }

    public Certificate notarization(Block block) {
        return certificate(Statement.notarize(block), 0, 1, 2);
    }

    public Certificate nullification(long view) {
        return certificate(Statement.nullify(view(view)), 0, 1, 2);
    }

    public Certificate finalization(Block block) {
        return certificate(Statement.finalization(block), 0, 1, 2);
    }

    public Attestation attestation(int signer, long height, Digest root) {
        Height at = new Height(height);
        byte[] bytes = SigningBytes.ofAttestation(validators, at, root);
        return new Attestation(id(signer), at, root, SCHEME.signer(signer).sign(bytes));
    }

    public Quittance quittance(long height, Digest root, int... signers) {
        return Quittance.of(new Height(height), root, Arrays.stream(signers)
                .mapToObj(signer -> attestation(signer, height, root)).toList());
    }

    /** The message, delivered over the channel of a validator. */
    public Input.Received received(int from, Message message) {
        Verifier.Verdict verdict =
                verifier.verify(id(from), Envelope.of(validators, message));
        if (verdict instanceof Verifier.Verdict.Accepted accepted) {
            return new Input.Received(id(from), accepted.message());
        }
        throw new AssertionError(verdict + " of " + message);
    }

    /** The state after a message from anyone else. */
    public State after(State state, Message message) {
        int from = others(1, state.self().index())[0];
        return Simplex.step(state, received(from, message)).state();
    }
}
