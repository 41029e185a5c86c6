package org.quittance.sim.byzantine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.codec.MessageCodec;
import org.quittance.core.consensus.Config;
import org.quittance.core.consensus.Input;
import org.quittance.core.consensus.Report;
import org.quittance.core.consensus.Simplex;
import org.quittance.core.consensus.Step;
import org.quittance.core.consensus.Verifier;
import org.quittance.core.consensus.Verifier.Verdict;
import org.quittance.core.message.Block;
import org.quittance.core.message.Body;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Message;
import org.quittance.core.message.Payload;
import org.quittance.sim.host.Machine;
import org.quittance.sim.host.Node;
import org.quittance.sim.kernel.Rng;
import org.quittance.sim.scenario.Behaviour;

/**
 * A replica that breaks the rules. It runs the honest machine too, to keep up with the others, but
 * with no disk; a twin runs it twice with one key, and a silent one not at all. Its vices see what
 * the machine wants to send and what arrives.
 */
public final class ByzantineReplica implements Node {

    /** What a twin misses of what arrives, in a thousand, so that the two differ. */
    private static final int TWIN_MISSES_PER_MILLE = 200;

    private static final int TICK_MILLIS = 60;

    private final Surroundings surroundings;
    private final int self;
    private final List<Behaviour> behaviours;
    private final Rng rng;
    private final Hands hands;
    private final Verifier verifier;
    private final List<Vice> vices = new ArrayList<>();
    private final List<Machine> machines = new ArrayList<>();

    public ByzantineReplica(Surroundings surroundings, int self, List<Behaviour> behaviours) {
        this.surroundings = surroundings;
        this.self = self;
        this.behaviours = List.copyOf(behaviours);
        this.rng = surroundings.rng("byzantine " + self);
        this.hands = new Hands(surroundings, self, rng, vices);
        this.verifier = new Verifier(
                surroundings.keys().validators(), surroundings.keys().scheme());
        for (Behaviour behaviour : behaviours) {
            vice(behaviour, hands).ifPresent(vices::add);
        }
    }

    private static Optional<Vice> vice(Behaviour behaviour, Hands hands) {
        return switch (behaviour) {
            case SILENT, TWIN -> Optional.empty();
            case EQUIVOCATOR -> Optional.of(new Equivocator(hands));
            case DOUBLE_VOTER -> Optional.of(new DoubleVoter(hands));
            case VOTE_AFTER_NULLIFY -> Optional.of(new VoterAfterNullify(hands));
            case REPLAYER -> Optional.of(new Replayer(hands));
            case FORGER -> Optional.of(new Forger(hands));
            case WRONG_ATTESTER, DOUBLE_ATTESTER ->
                    Optional.of(new Attester(hands, behaviour));
        };
    }

    @Override
    public void start() {
        if (behaviours.contains(Behaviour.SILENT)) {
            surroundings.misbehaved(Behaviour.SILENT);
            return;
        }
        boolean twin = behaviours.contains(Behaviour.TWIN);
        for (int number = 0; number < (twin ? 2 : 1); number++) {
            List<Integer> reach = twin ? hands.half(number) : hands.others();
            Config config = new Config(surroundings.keys().validators(), new ValidatorId(self),
                    surroundings.keys().signers().get(self),
                    surroundings.payloads().application(), surroundings.scenario().timing());
            Machine machine = new Machine(surroundings.timeline(),
                    surroundings.rng("puppet " + self + "." + number), new Puppet(reach));
            machines.add(machine);
            machine.begin(Simplex.start(config));
        }
        tick();
    }

    @Override
    public void receive(int from, byte[] bytes) {
        if (behaviours.contains(Behaviour.SILENT)) {
            return;
        }
        vices.forEach(vice -> vice.passed(bytes));
        ValidatorId sender = new ValidatorId(from);
        try {
            Verdict verdict = verifier.verify(sender, MessageCodec.decode(bytes));
            if (verdict instanceof Verdict.Accepted(var verified)) {
                vices.forEach(vice -> vice.heard(verified.message()));
                for (Machine machine : machines) {
                    if (machines.size() == 1 || !rng.chance(TWIN_MISSES_PER_MILLE)) {
                        machine.input(new Input.Received(sender, verified));
                    }
                }
            }
        } catch (MalformedException e) {
            // It came from another Byzantine replica, and is of no use here either.
        }
    }

    private void tick() {
        vices.forEach(Vice::tick);
        surroundings.timeline().after(rng.between(1, TICK_MILLIS), this::tick);
    }

    /** The honest machine, whose messages the vices see before anyone else does. */
    private final class Puppet implements Machine.Outlet {

        private final List<Integer> reach;

        Puppet(List<Integer> reach) {
            this.reach = reach;
        }

        @Override
        public void stepped(Step step) {}

        @Override
        public void persist(Machine machine, long index, LogRecord record) {
            machine.input(new Input.Persisted(index));
        }

        @Override
        public void send(Message message) {
            boolean replaced = false;
            for (Vice vice : vices) {
                replaced |= vice.replaces(message);
            }
            if (!replaced) {
                hands.send(reach, message);
                if (machines.size() > 1) {
                    surroundings.misbehaved(Behaviour.TWIN);
                }
            }
        }

        @Override
        public void sendTo(int node, Message message) {
            hands.send(node, hands.encode(message));
        }

        @Override
        public Payload payload() {
            return surroundings.payloads().next(self, true);
        }

        @Override
        public void execute(Height height, Block block, Optional<Body> body) {}

        @Override
        public void tell(Report report) {}
    }
}
