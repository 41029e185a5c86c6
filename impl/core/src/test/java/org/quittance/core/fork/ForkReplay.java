package org.quittance.core.fork;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.consensus.Effect;
import org.quittance.core.consensus.Event;
import org.quittance.core.consensus.Four;
import org.quittance.core.consensus.Input;
import org.quittance.core.consensus.Report;
import org.quittance.core.consensus.Simplex;
import org.quittance.core.consensus.State;
import org.quittance.core.consensus.Step;
import org.quittance.core.consensus.Timer;
import org.quittance.core.message.Block;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Kind;
import org.quittance.core.message.Message;
import org.quittance.core.message.Payload;
import org.quittance.core.message.Proposal;
import org.quittance.core.message.Signed;
import org.quittance.core.message.Statement;
import org.quittance.core.message.Vote;

/**
 * Makes four validators do what a {@link Fork} tells. Each correct one is the program itself, and
 * gets nothing but signed messages; the Byzantine ones sign what is asked of them.
 */
final class ForkReplay {

    private static final int SIZE = 4;
    private static final int CHAINS = 1000;

    private final Fork fork;
    private final Four four;
    private final Map<String, Integer> honest = new LinkedHashMap<>();
    private final SortedSet<Integer> byzantine = new TreeSet<>();
    private final SortedMap<String, State> states = new TreeMap<>();
    private final Map<String, Block> blocks = new LinkedHashMap<>();

    /** All votes that left anyone, each once. */
    private final List<Signed> votes = new ArrayList<>();

    private ForkReplay(Fork fork, ValidatorSet validators) {
        this.fork = fork;
        this.four = new Four(validators);
        SortedSet<Integer> leaders = leaders(fork, four);
        for (int i = 0; i < SIZE; i++) {
            boolean isSpare = honest.size() < fork.honest().size() && !leaders.contains(i);
            if (isSpare) {
                honest.put(List.copyOf(fork.honest()).get(honest.size()), i);
            } else {
                byzantine.add(i);
            }
        }
        honest.forEach((name, i) ->
                states.put(name, Simplex.start(four.config(i)).state()));
    }

    /** Replays it, on a chain on which Byzantine validators lead the views of its blocks. */
    static ForkReplay of(Fork fork) {
        for (int k = 0; k < CHAINS; k++) {
            ValidatorSet validators = Four.weighted("fork-" + k, 1, 1, 1, 1);
            if (leaders(fork, new Four(validators)).size() <= SIZE - fork.honest().size()) {
                ForkReplay replay = new ForkReplay(fork, validators);
                replay.run();
                return replay;
            }
        }
        throw new AssertionError("no chain of " + CHAINS + " has such leaders");
    }

    private static SortedSet<Integer> leaders(Fork fork, Four four) {
        SortedSet<Integer> leaders = new TreeSet<>();
        fork.views().forEach(view -> leaders.add(four.leader(view)));
        return leaders;
    }

    /** The last block that each correct validator committed. */
    SortedMap<String, Block> committed() {
        SortedMap<String, Block> all = new TreeMap<>();
        states.forEach((name, state) -> all.put(name, state.committed()));
        return all;
    }

    /** The indexes of the Byzantine validators. */
    SortedSet<Integer> byzantine() {
        return byzantine;
    }

    /** Whom a validator convicts that hears of all votes, view by view. */
    SortedSet<Integer> convictedBy(String name) {
        int self = honest.get(name);
        State observer = Simplex.start(four.config(self)).state();
        SortedSet<Integer> convicted = new TreeSet<>();
        for (Signed vote : votes) {
            if (vote.signer().index() != self) {
                Step step = Simplex.step(observer, four.received(from(self), new Vote(vote)));
                step.effects().forEach(effect -> {
                    if (effect instanceof Effect.Tell tell
                            && tell.report() instanceof Report.Guilty guilty) {
                        convicted.add(guilty.evidence().culprit().index());
                    }
                });
                observer = written(step).state();
            }
        }
        return convicted;
    }

    private void run() {
        fork.steps().forEach(step -> {
            switch (step) {
                case Fork.Step.Notarize vote -> notarize(vote);
                case Fork.Step.Nullify vote -> nullify(vote);
                case Fork.Step.Finalize vote -> finalizeBlock(vote);
            }
        });
        fork.blocks().keySet().forEach(this::commit);
        votes.sort((a, b) -> a.view().compareTo(b.view()));
    }

    private void notarize(Fork.Step.Notarize vote) {
        Fork.Block about = fork.blocks().get(vote.block());
        if (!about.parent().equals(fork.root())) {
            deliver(vote.node(), Statement.notarize(block(about.parent())));
        }
        about.skipped().forEach(v ->
                deliver(vote.node(), Statement.nullify(Four.view(v))));
        hears(vote.node(), proposal(about));
        demand(vote.node(), Statement.notarize(block(about.name())));
    }

    private Proposal proposal(Fork.Block about) {
        Statement statement = Statement.propose(block(about.name()));
        return new Proposal(
                four.signed(four.leader(about.view()), statement), payload(about));
    }

    private void nullify(Fork.Step.Nullify vote) {
        State state = states.get(vote.node());
        if (!state.view().equals(Four.view(vote.view()))) {
            throw new AssertionError(vote + " is asked for in " + state.view());
        }
        take(vote.node(), Simplex.step(state, new Input.TimerFired(Timer.VIEW, state.view())));
        demand(vote.node(), Statement.nullify(state.view()));
    }

    private void finalizeBlock(Fork.Step.Finalize vote) {
        Block block = block(vote.block());
        deliver(vote.node(), Statement.notarize(block));
        demand(vote.node(), Statement.finalization(block));
    }

    /**
     * Whoever voted to finalize the block gets it, and hears that it is final. One validator can
     * have voted for both blocks of a fork, and keeps to the first that it commits; then one that
     * committed none gets the other.
     */
    private void commit(String name) {
        SortedSet<Integer> voted = signersOf(Statement.finalization(block(name)));
        List<String> voters = honest.keySet().stream()
                .filter(node -> voted.contains(honest.get(node))).toList();
        voters.forEach(node -> tellFinal(node, name));
        if (!voters.isEmpty() && !committed().containsValue(block(name))) {
            honest.keySet().stream()
                    .filter(node -> committed().get(node).equals(four.genesis))
                    .findFirst()
                    .ifPresent(node -> tellFinal(node, name));
        }
    }

    private void tellFinal(String node, String name) {
        for (String at = name; !at.equals(fork.root()); at = fork.blocks().get(at).parent()) {
            hears(node, proposal(fork.blocks().get(at)));
        }
        deliver(node, Statement.finalization(block(name)));
    }

    /** The block of this name, made of its parents. */
    private Block block(String name) {
        if (name.equals(fork.root())) {
            return four.genesis;
        }
        Fork.Block about = fork.blocks().get(name);
        return blocks.computeIfAbsent(name, any -> Block.on(
                block(about.parent()), Four.view(about.view()), payload(about)));
    }

    private static Payload payload(Fork.Block about) {
        return Four.payload((about.valid() ? "" : "bad ") + about.name());
    }

    /** Gives a certificate to a validator: Byzantine votes, and those that correct ones gave. */
    private void deliver(String node, Statement statement) {
        byzantine.forEach(i -> note(four.signed(i, statement)));
        int[] signers = signersOf(statement).stream().mapToInt(i -> i).toArray();
        Certificate certificate = four.certificate(statement, signers);
        hears(node, certificate);
    }

    private SortedSet<Integer> signersOf(Statement statement) {
        SortedSet<Integer> signers = new TreeSet<>();
        votes.stream().filter(v -> v.statement().equals(statement))
                .forEach(v -> signers.add(v.signer().index()));
        return signers;
    }

    private void hears(String node, Message message) {
        Input input = four.received(from(honest.get(node)), message);
        take(node, Simplex.step(states.get(node), input));
    }

    /** What the step sent once it was written is out. */
    private void take(String node, Step step) {
        List<Effect> effects = new ArrayList<>(step.effects());
        Step written = written(step);
        effects.addAll(written.effects());
        effects.forEach(effect -> {
            if (effect instanceof Effect.Send send && send.message() instanceof Vote vote) {
                note(vote.signed());
            }
        });
        states.put(node, written.state());
    }

    /** The step after which all records of this one are on stable storage. */
    private static Step written(Step step) {
        State state = step.state();
        return state.nextIndex() == 0
                ? step
                : Simplex.step(state, new Input.Persisted(state.nextIndex() - 1));
    }

    private void note(Signed vote) {
        if (vote.kind() != Kind.PROPOSE && !votes.contains(vote)) {
            votes.add(vote);
        }
    }

    private void demand(String node, Statement statement) {
        if (!signersOf(statement).contains(honest.get(node))) {
            throw new AssertionError(node + " did not " + statement.kind().word() + " in view "
                    + statement.view().number() + ", but sent " + votes);
        }
    }

    private int from(int self) {
        return IntStream.range(0, SIZE).filter(i -> i != self).findFirst().orElseThrow();
    }

    /** Do they have a third of the weight? */
    boolean isThird(SortedSet<Integer> members) {
        long weight = members.stream()
                .mapToLong(i -> four.validators.weightOf(new ValidatorId(i))).sum();
        return 3 * weight >= four.validators.totalWeight();
    }
}
