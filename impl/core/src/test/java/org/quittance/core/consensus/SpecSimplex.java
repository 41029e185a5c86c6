package org.quittance.core.consensus;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.core.base.Validator;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.base.View;
import org.quittance.core.base.Weight;
import org.quittance.core.message.Block;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Kind;
import org.quittance.core.message.Payload;
import org.quittance.core.message.Proposal;
import org.quittance.core.message.SignedMessage;
import org.quittance.core.message.Statement;
import org.quittance.core.message.Vote;
import org.quittance.core.transitions.Tla;
import org.quittance.core.transitions.Transitions;

/** A model of the spec as validators, blocks and messages of the program. */
final class SpecSimplex {

    private static final int CHAINS = 100_000;

    final Four four;
    private final List<String> validators;
    private final SortedMap<String, Block> blocks = new TreeMap<>();
    private final SortedMap<String, Payload> payloads = new TreeMap<>();
    /** Signing takes time, and the corpus has each value once. */
    private final Map<Object, SignedMessage> messages = new IdentityHashMap<>();
    private final Map<Object, Certificate> certificates = new IdentityHashMap<>();

    SpecSimplex(Transitions corpus) {
        Map<?, ?> weights = (Map<?, ?>) corpus.constant("Weight");
        this.validators = weights.keySet().stream().map(Object::toString).sorted().toList();
        List<Validator> members = new ArrayList<>();
        for (String name : validators) {
            members.add(new Validator(new Weight(Tla.number(Tla.field(weights, name))),
                    Four.SCHEME.signer(members.size()).publicKey()));
        }
        this.four = new Four(withLeaders(members, Tla.function(corpus.constant("Leader"))));
        for (Object block : Tla.list(corpus.constant("Blocks"))) {
            payloads.put(name(block), payload(block));
        }
        while (blocks.size() < payloads.size()) {
            Tla.list(corpus.constant("Blocks")).forEach(this::addBlock);
        }
    }

    /** A chain in which the election falls on the leaders of the model. */
    private ValidatorSet withLeaders(
            List<Validator> members, SortedMap<Long, Object> leaders) {
        for (int chain = 0; chain < CHAINS; chain++) {
            ValidatorSet set = new ValidatorSet("chain-" + chain, 0, members);
            boolean fits = leaders.entrySet().stream().allMatch(leader ->
                    LeaderElection.leader(set, new View(leader.getKey())).index()
                            == validators.indexOf(leader.getValue().toString()));
            if (fits) {
                return set;
            }
        }
        throw new IllegalStateException("no chain has the leaders " + leaders);
    }

    private static String name(Object block) {
        return Tla.field(block, "digest").toString();
    }

    private static Payload payload(Object block) {
        boolean isValid = (Boolean) Tla.field(block, "valid");
        return Four.payload((isValid ? "" : "bad ") + name(block));
    }

    /** Once its parent is there. */
    private void addBlock(Object block) {
        String parent = Tla.field(block, "parent").toString();
        if (parent.equals("none")) {
            blocks.put(name(block), four.genesis);
        } else if (blocks.get(parent) instanceof Block below) {
            long view = Tla.number(Tla.field(block, "view"));
            blocks.put(name(block), Block.on(below, new View(view), payload(block)));
        }
    }

    int index(Object validator) {
        return validators.indexOf(validator.toString());
    }

    Config config(int self) {
        return four.config(self);
    }

    Block block(Object block) {
        Block known = blocks.get(name(block));
        if (known == null) {
            throw new IllegalArgumentException("no block " + block);
        }
        return known;
    }

    boolean isValid(Object block) {
        return (Boolean) Tla.field(block, "valid");
    }

    Body body(Object block) {
        Payload payload = payloads.get(name(block));
        if (payload == null) {
            throw new IllegalArgumentException("no block " + block);
        }
        return new Body(block(block), payload);
    }

    List<Block> path(Object path) {
        return Tla.list(path).stream().map(this::block).toList();
    }

    /** What a message or a certificate says. */
    Statement statement(Object said) {
        String kind = Tla.field(said, "kind").toString();
        Object block = Tla.field(said, "block");
        return switch (kind) {
            case "propose" -> Statement.propose(block(block));
            case "notarize" -> Statement.notarize(block(block));
            case "finalize" -> Statement.finalization(block(block));
            case "nullify" -> Statement.nullify(new View(Tla.number(Tla.field(said, "view"))));
            default -> throw new IllegalArgumentException("no kind " + kind);
        };
    }

    SignedMessage message(Object message) {
        return messages.computeIfAbsent(message, this::sign);
    }

    private SignedMessage sign(Object message) {
        int signer = index(Tla.field(message, "signer"));
        Statement statement = statement(message);
        return statement.kind() == Kind.PROPOSE
                ? new Proposal(four.signed(signer, statement),
                        body(Tla.field(message, "block")).payload())
                : new Vote(four.signed(signer, statement));
    }

    /** The certificate with the signatures of these. */
    Certificate certificate(Object certificate, Object signers) {
        return four.certificate(statement(certificate), Tla.list(signers).stream()
                .mapToInt(this::index).sorted().toArray());
    }

    /** The certificate with the signatures of all. */
    Certificate certificate(Object certificate) {
        return certificates.computeIfAbsent(certificate, all -> certificate(all, validators));
    }

    /** How many blocks there are below. */
    long height(Block block) {
        long height = 0;
        Block below = block;
        while (!below.equals(four.genesis)) {
            Block child = below;
            below = blocks.values().stream().filter(b -> b.isParentOf(child)).findFirst()
                    .orElseThrow();
            height++;
        }
        return height;
    }
}
