package org.quittance.sim.byzantine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.codec.MessageCodec;
import org.quittance.core.message.Block;
import org.quittance.core.message.BlockResponse;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Endorsement;
import org.quittance.core.message.Envelope;
import org.quittance.core.message.Kind;
import org.quittance.core.message.Message;
import org.quittance.core.message.Payload;
import org.quittance.core.message.Signed;
import org.quittance.core.message.SignedMessage;
import org.quittance.core.message.Statement;
import org.quittance.core.message.Vote;
import org.quittance.sim.kernel.Rng;
import org.quittance.sim.scenario.Behaviour;

/**
 * Makes certificates that certify nothing, messages in the names of others, and bytes that mean
 * nothing, out of votes that it heard and of its own signatures.
 */
final class Forger implements Vice {

    private static final int KEPT = 60;
    private static final int FORGERIES = 11;

    private final Hands hands;
    private final List<Signed> votes = new ArrayList<>();
    private byte @Nullable [] genuine;

    Forger(Hands hands) {
        this.hands = hands;
    }

    @Override
    public void heard(Message message) {
        List<Signed> heard = switch (message) {
            case SignedMessage signed -> List.of(signed.signed());
            case Certificate certificate -> certificate.votes();
            default -> List.of();
        };
        for (Signed signed : heard) {
            if (signed.kind().isVote()) {
                votes.add(signed);
            }
        }
        if (votes.size() > KEPT) {
            votes.subList(0, votes.size() - KEPT).clear();
        }
    }

    @Override
    public void passed(byte[] bytes) {
        // Garbage of other forgers may be empty, and then there is nothing to change in it.
        if (bytes.length > 0) {
            genuine = bytes;
        }
    }

    @Override
    public void tick() {
        byte[] sample = genuine;
        if (votes.isEmpty() || sample == null) {
            return;
        }
        Signed vote = hands.rng().pick(votes);
        byte[] forged = forge(vote, sample);
        hands.others().forEach(node -> hands.send(node, forged));
        hands.misbehaved(Behaviour.FORGER);
        genuine = sample;
    }

    private byte[] forge(Signed vote, byte[] sample) {
        Rng rng = hands.rng();
        Statement statement = vote.statement();
        Endorsement genuineOne = new Endorsement(vote.signer(), vote.signature());
        Endorsement own = new Endorsement(hands.self(), hands.sign(statement).signature());
        return switch (rng.below(FORGERIES)) {
            case 0 -> certificate(statement, duplicates(genuineOne));
            case 1 -> certificate(statement, mixedKinds(statement));
            case 2 -> certificate(statement, List.of(own));
            case 3 -> certificate(statement, foreign(own));
            case 4 -> certificate(statement, List.of(own, genuineOne, own));
            case 5 -> garbage();
            case 6 -> flipped(sample);
            case 7 -> Arrays.copyOf(sample, sample.length + (rng.chance(500) ? 1 : -1));
            case 8 -> MessageCodec.encode(rng.chance(500)
                    ? new Envelope("other-chain", 0, new Vote(vote))
                    : new Envelope(hands.validators().chainId(), 1, new Vote(vote)));
            case 9 -> inAnotherName(vote);
            default -> outOfTurn(vote);
        };
    }

    private byte[] certificate(Statement statement, List<Endorsement> endorsements) {
        return hands.encode(new Certificate(statement, endorsements));
    }

    private List<Endorsement> duplicates(Endorsement one) {
        return hands.validators().ids().stream().map(id -> one).toList();
    }

    /** Votes of its view of whatever kind, under this statement. */
    private List<Endorsement> mixedKinds(Statement statement) {
        return hands.validators().ids().stream()
                .flatMap(id -> votes.stream()
                        .filter(vote -> vote.signer().equals(id)
                                && vote.view().equals(statement.view()))
                        .limit(1))
                .map(vote -> new Endorsement(vote.signer(), vote.signature()))
                .toList();
    }

    /** Its own signature under everyone's name. */
    private List<Endorsement> foreign(Endorsement own) {
        return hands.validators().ids().stream()
                .map(id -> new Endorsement(id, own.signature())).toList();
    }

    private byte[] garbage() {
        byte[] bytes = new byte[hands.rng().below(300)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) hands.rng().nextLong();
        }
        return bytes;
    }

    private byte[] flipped(byte[] sample) {
        byte[] bytes = sample.clone();
        int at = hands.rng().below(bytes.length);
        bytes[at] = (byte) (bytes[at] ^ 1 << hands.rng().below(8));
        return bytes;
    }

    /** A vote or a block that someone else is to have made. */
    private byte[] inAnotherName(Signed vote) {
        ValidatorId other = new ValidatorId(hands.rng().pick(hands.others()));
        if (vote.kind() == Kind.NULLIFY || hands.rng().chance(500)) {
            Statement nullify = Statement.nullify(vote.view());
            return hands.encode(
                    new Vote(new Signed(other, nullify, hands.sign(nullify).signature())));
        }
        Block block = vote.block();
        return hands.encode(new BlockResponse(List.of(new Body(block, hands.payload()))));
    }

    /** A proposal for the next view, whoever leads it. */
    private byte[] outOfTurn(Signed vote) {
        Payload payload = hands.payload();
        Block parent = vote.kind() == Kind.NULLIFY
                ? Block.genesis(hands.validators().chainId(), hands.validators().epoch())
                : vote.block();
        return hands.encode(
                hands.proposal(Block.on(parent, vote.view().next(), payload), payload));
    }
}
