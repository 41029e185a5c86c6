package org.quittance.node.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.PublicKey;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.base.View;
import org.quittance.core.codec.SigningBytes;
import org.quittance.core.consensus.Config;
import org.quittance.core.consensus.Timing;
import org.quittance.core.consensus.Verifier;
import org.quittance.core.crypto.SimulationScheme;
import org.quittance.core.message.Block;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Endorsement;
import org.quittance.core.message.Payload;
import org.quittance.core.message.Quittance;
import org.quittance.core.message.Statement;
import org.quittance.core.replica.PayloadRules;
import org.quittance.core.replica.ReplicaConfig;
import org.quittance.core.replica.SettlementExecution;
import org.quittance.core.settlement.EventSink;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.Parameters;
import org.quittance.core.settlement.codec.BlockContents;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealVerifier;
import org.quittance.core.settlement.commit.Snapshot;
import org.quittance.node.Chains;
import org.quittance.node.disk.Store;
import org.quittance.node.setup.Defaults;
import org.quittance.node.sync.SyncMessage.Head;

/** A chain with its states, and everything that its four validators could sign. */
final class Donor {

    static final SimulationScheme SCHEME = new SimulationScheme(1);
    static final ValidatorSet VALIDATORS = Chains.validators("sync");

    /** A block and the state after it. */
    record Step(Body body, Snapshot snapshot) {}

    final List<Step> steps = new ArrayList<>();

    /** With many accounts a snapshot has several parts. */
    Donor(int accounts, int blocks) {
        SettlementExecution execution =
                SettlementExecution.genesis(genesis(accounts), EventSink.NONE);
        Block tip = Block.genesis(VALIDATORS.chainId(), VALIDATORS.epoch());
        for (int k = 1; k <= blocks; k++) {
            BlockContents contents = BlockContents.empty();
            Payload payload = PayloadCodec.encode(contents);
            Body body = new Body(Block.on(tip, new View(k), payload), payload);
            execution.execute(body.block().digest(), contents);
            steps.add(new Step(body, execution.snapshot()));
            tip = body.block();
        }
    }

    static Genesis genesis(int accounts) {
        List<PublicKey> keys = IntStream.range(0, accounts + 6)
                .mapToObj(k -> SCHEME.signer(k).publicKey()).toList();
        return new Genesis(Parameters.of(Defaults.parameters()),
                keys.subList(0, accounts).stream()
                        .map(key -> new Genesis.Account(key, 7)).toList(),
                List.of(new Genesis.Validator(keys.get(0), 0, 1)),
                keys.subList(accounts, accounts + 3),
                keys.subList(accounts + 3, accounts + 6));
    }

    /** The configuration of a validator of this chain. */
    static ReplicaConfig config(int self) {
        Verifier verifier = new Verifier(VALIDATORS, SCHEME);
        return new ReplicaConfig(
                new Config(VALIDATORS, new ValidatorId(self), SCHEME.signer(self),
                        new PayloadRules(verifier, new SealVerifier("sync", SCHEME)),
                        new Timing(1_000, 2_000, 60_000, 1_000)),
                verifier, 32);
    }

    Body body(int height) {
        return steps.get(height - 1).body();
    }

    Snapshot snapshot(int height) {
        return steps.get(height - 1).snapshot();
    }

    Quittance quittance(int height, int... signers) {
        return quittance(height, snapshot(height).root(), signers);
    }

    static Quittance quittance(int height, Digest root, int... signers) {
        Height at = new Height(height);
        return new Quittance(at, root, endorsements(
                SigningBytes.ofAttestation(VALIDATORS, at, root), signers));
    }

    Certificate finalization(int height, int... signers) {
        Statement statement = Statement.finalization(body(height).block());
        return new Certificate(statement,
                endorsements(SigningBytes.of(VALIDATORS, statement), signers));
    }

    private static List<Endorsement> endorsements(byte[] bytes, int... signers) {
        return IntStream.of(signers).mapToObj(signer -> new Endorsement(
                new ValidatorId(signer), SCHEME.signer(signer).sign(bytes))).toList();
    }

    /** What a correct validator has in its store after this block. */
    Store.Quitted quitted(int height) {
        return new Store.Quitted(new Store.Kept(new Height(height), snapshot(height)),
                quittance(height, 1, 2, 3), body(height), finalization(height, 1, 2, 3));
    }

    /** What it says of it. */
    Head head(int height) {
        return new Head(quittance(height, 1, 2, 3), List.of(body(height)),
                finalization(height, 1, 2, 3), snapshot(height).encode().length);
    }
}
