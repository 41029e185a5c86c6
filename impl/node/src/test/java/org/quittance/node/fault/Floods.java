package org.quittance.node.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Signature;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.base.View;
import org.quittance.core.codec.MessageCodec;
import org.quittance.core.codec.SigningBytes;
import org.quittance.core.crypto.Signer;
import org.quittance.core.message.Block;
import org.quittance.core.message.BlockRequest;
import org.quittance.core.message.CertificateRequest;
import org.quittance.core.message.Envelope;
import org.quittance.core.message.Message;
import org.quittance.core.message.Payload;
import org.quittance.core.message.Proposal;
import org.quittance.core.message.Signed;
import org.quittance.core.message.Statement;
import org.quittance.core.message.Vote;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.node.cluster.ClusterFiles;
import org.quittance.node.net.FrameType;
import org.quittance.sim.kernel.Rng;

/**
 * What a faulty validator may send without end. Each kind comes with the counter that must tell of
 * every one of them; what is genuine and of no use has none.
 */
final class Floods {

    /** A frame. */
    record Item(FrameType type, byte[] content) {}

    private static final int USELESS = 50;
    private static final int GARBAGE = 50;

    private final ValidatorSet validators;
    private final Signer signer;
    private final ValidatorId self;
    private final Rng rng;

    Floods(ClusterFiles files, int self, Rng rng) {
        this.validators = files.genesis().validatorSet();
        this.signer = files.validators().get(self);
        this.self = new ValidatorId(self);
        this.rng = rng;
    }

    /** By the name of the reason that is counted, or of its kind if there is none. */
    Map<String, List<Item>> items() {
        Map<String, List<Item>> items = new TreeMap<>();
        Vote vote = new Vote(sign(Statement.nullify(new View(1))));
        items.put("MALFORMED_", malformed(encode(vote)));
        items.put("WRONG_CHAIN", List.of(message(new Envelope("another", 0, vote))));
        items.put("WRONG_EPOCH", List.of(message(
                new Envelope(validators.chainId(), 7, vote))));
        items.put("BAD_SIGNATURE", List.of(forged()));
        items.put("NOT_THE_LEADER", List.of(outOfTurn()));
        items.put("COMMAND_NOT_VALID", List.of(new Item(FrameType.COMMAND, PayloadCodec.encode(
                SealedCommand.seal("another", new Command.Cancel(0, 0, 1), signer)))));
        List<Item> useless = new ArrayList<>();
        for (int k = 0; k < USELESS; k++) {
            useless.add(message(new Vote(sign(Statement.nullify(new View(1_000_000 + k))))));
        }
        items.put("useless votes", useless);
        items.put("replayed votes", List.of(message(vote)));
        items.put("requests", List.of(
                message(new CertificateRequest(new View(1), new View(1L << 40))),
                message(new BlockRequest(Digest.sha256("test", new byte[0]), 32))));
        return items;
    }

    private List<Item> malformed(byte[] genuine) {
        List<Item> items = new ArrayList<>();
        for (int k = 0; k < GARBAGE; k++) {
            byte[] bytes = new byte[1 + rng.below(3_000)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) rng.nextLong();
            }
            items.add(new Item(rng.chance(800) ? FrameType.MESSAGE : FrameType.COMMAND, bytes));
        }
        byte[] shorter = new byte[genuine.length - 1];
        System.arraycopy(genuine, 0, shorter, 0, shorter.length);
        items.add(new Item(FrameType.MESSAGE, shorter));
        return items;
    }

    /** In the name of another. */
    private Item forged() {
        Statement statement = Statement.nullify(new View(2));
        return message(new Vote(new Signed(new ValidatorId(0), statement,
                sign(statement).signature())));
    }

    /** As long as a block may be, in a view that another leads. */
    private Item outOfTurn() {
        Payload payload = new Payload(Bytes.copyOf(new byte[Payload.MAX_SIZE]));
        long view = 1;
        while (leads(view)) {
            view++;
        }
        Block block = Block.on(Block.genesis(validators.chainId(), 0), new View(view), payload);
        return message(new Proposal(sign(Statement.propose(block)), payload));
    }

    private boolean leads(long view) {
        return org.quittance.core.consensus.LeaderElection
                .leader(validators, new View(view)).equals(self);
    }

    private Signed sign(Statement statement) {
        Signature signature = signer.sign(SigningBytes.of(validators, statement));
        return new Signed(self, statement, signature);
    }

    private byte[] encode(Message message) {
        return MessageCodec.encode(Envelope.of(validators, message));
    }

    private Item message(Message message) {
        return new Item(FrameType.MESSAGE, encode(message));
    }

    private static Item message(Envelope envelope) {
        return new Item(FrameType.MESSAGE, MessageCodec.encode(envelope));
    }
}
