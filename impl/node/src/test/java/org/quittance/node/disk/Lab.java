package org.quittance.node.disk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;
import org.quittance.core.base.Digest;
import org.quittance.core.base.PublicKey;
import org.quittance.core.base.Validator;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.base.Weight;
import org.quittance.core.codec.SigningBytes;
import org.quittance.core.consensus.Config;
import org.quittance.core.consensus.Input;
import org.quittance.core.consensus.Timing;
import org.quittance.core.consensus.Verifier;
import org.quittance.core.crypto.Signer;
import org.quittance.core.crypto.SimulationScheme;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.Envelope;
import org.quittance.core.message.Kind;
import org.quittance.core.message.Message;
import org.quittance.core.message.Signed;
import org.quittance.core.message.Statement;
import org.quittance.core.message.Vote;
import org.quittance.core.replica.PayloadRules;
import org.quittance.core.replica.ReplicaConfig;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.Parameters;
import org.quittance.core.settlement.codec.SealVerifier;
import org.quittance.core.settlement.codec.SealedCommand;

/**
 * Four replicas in a random network that loses messages, each beside a {@link Twins twin}; what
 * happens is a function of the seed. The last of them is faulty now and then: it contradicts what
 * it voted or attested.
 */
final class Lab {

    private static final SimulationScheme SCHEME = new SimulationScheme(7);
    private static final int SIZE = 4;
    private static final int FAULTY = 3;
    private static final int TRADER = 4;
    private static final Parameters PARAMETERS = new Parameters(
            2000, 1000, 2, 1, 1_000_000, 1000, 1000, 3, 1, 1000, 500, 3, 10, 5, 5, 10, 1,
            1_000_000_000, 2, 2, 1_000_000, 1_000_000, 100, 10, 10);

    static final Genesis GENESIS = new Genesis(
            PARAMETERS,
            IntStream.range(0, 6).mapToObj(account -> new Genesis.Account(
                    key(100 + account), account < TRADER ? 0 : 1_000_000)).toList(),
            IntStream.range(0, SIZE).mapToObj(validator ->
                    new Genesis.Validator(key(validator), validator, 1000)).toList(),
            IntStream.range(200, 203).mapToObj(Lab::key).toList(),
            IntStream.range(210, 213).mapToObj(Lab::key).toList());

    private record Due(long time, long number, Runnable what) {}

    final ValidatorSet validators = new ValidatorSet("lab", 0, IntStream.range(0, SIZE)
            .mapToObj(node -> new Validator(new Weight(1), key(node))).toList());
    final List<Twins> nodes = new ArrayList<>();
    private final Verifier verifier = new Verifier(validators, SCHEME);
    private final PriorityQueue<Due> queue = new PriorityQueue<>(
            Comparator.comparingLong(Due::time).thenComparingLong(Due::number));
    private final Random random;
    private final int loss;
    private long time;
    private long number;

    /** Begins a run. */
    Lab(long seed) {
        random = new Random(seed);
        loss = random.nextInt(12);
        for (int node = 0; node < SIZE; node++) {
            nodes.add(new Twins(this, node, new Random(random.nextLong())));
        }
        nodes.forEach(Twins::start);
    }

    private static PublicKey key(int number) {
        return SCHEME.signer(number).publicKey();
    }

    ReplicaConfig config(int node) {
        return new ReplicaConfig(
                new Config(validators, new ValidatorId(node), SCHEME.signer(node),
                        new PayloadRules(verifier, new SealVerifier("lab", SCHEME)),
                        new Timing(1_000, 2_000, 16_000, 500)),
                verifier, 8);
    }

    /** Deposits: what a leader has to propose. */
    List<SealedCommand> commands(long view) {
        return view % 3 == 0
                ? List.of(SealedCommand.seal("lab",
                        new Command.Deposit(view, TRADER, key(100 + TRADER), 10),
                        IntStream.of(200, 201).mapToObj(SCHEME::signer).toArray(Signer[]::new)))
                : List.of();
    }

    void later(long delay, Runnable what) {
        queue.add(new Due(time + delay, number++, what));
    }

    /** Lets milliseconds go by. */
    void run(long millis) {
        long until = time + millis;
        while (!queue.isEmpty() && queue.peek().time() <= until) {
            Due due = queue.poll();
            time = due.time();
            due.what().run();
        }
        time = until;
    }

    void broadcast(int from, Message message) {
        for (int to = 0; to < SIZE; to++) {
            deliver(from, to, message);
        }
        if (from == FAULTY && random.nextInt(10) == 0) {
            contradict(message);
        }
    }

    void deliver(int from, int to, Message message) {
        if (from != to && random.nextInt(100) >= loss) {
            later(5 + random.nextInt(40), () -> nodes.get(to).received(verified(from, message)));
        }
    }

    private Input.Received verified(int from, Message message) {
        ValidatorId sender = new ValidatorId(from);
        if (verifier.verify(sender, Envelope.of(validators, message))
                instanceof Verifier.Verdict.Accepted(var accepted)) {
            return new Input.Received(sender, accepted);
        }
        throw new AssertionError("not genuine: " + message);
    }

    private void contradict(Message message) {
        if (message instanceof Attestation(var signer, var height, var root, var signature)) {
            Digest wrong = Digest.sha256("wrong", root.bytes().toArray());
            Attestation other = new Attestation(signer, height, wrong, SCHEME.signer(FAULTY)
                    .sign(SigningBytes.ofAttestation(validators, height, wrong)));
            IntStream.range(0, FAULTY).forEach(to -> deliver(FAULTY, to, other));
        } else if (message instanceof Vote vote && vote.signed().kind() == Kind.FINALIZE) {
            Statement nullify = Statement.nullify(vote.signed().view());
            Vote other = new Vote(new Signed(new ValidatorId(FAULTY), nullify,
                    SCHEME.signer(FAULTY).sign(SigningBytes.of(validators, nullify))));
            IntStream.range(0, FAULTY).forEach(to -> deliver(FAULTY, to, other));
        }
    }
}
