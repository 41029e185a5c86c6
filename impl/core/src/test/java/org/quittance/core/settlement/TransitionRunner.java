package org.quittance.core.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.settlement.state.Entry;
import org.quittance.core.settlement.state.Ledger;
import org.quittance.core.transitions.Tla;
import org.quittance.core.transitions.Transitions;
import org.quittance.core.transitions.Transitions.Name;
import org.quittance.core.transitions.Transitions.Transition;

/**
 * Takes every transition of a spec's graph with the program, and compares.
 *
 * <p>The program is put into each state between two commands, gets each command there, and must
 * come from step to step to the states that the spec comes to: all of each state is compared. What
 * it does of its own accord, matching orders or ending a block, it does in one go, and each step of
 * that must be the one that the graph has.
 */
final class TransitionRunner {

    /** Whatever is run in the place of the clearinghouse. */
    @FunctionalInterface
    interface Maker {

        Machine make(Genesis genesis, Ledger ledger, EventSink sink);
    }

    /** The three things that a clearinghouse does. */
    interface Machine {

        boolean quit(long at);

        Outcome execute(Command command, Signers signers);

        void endBlock();
    }

    /** The program and the spec do not agree. */
    record Difference(Transition transition, String what) {}

    /** Where the steps part, the rest is not worth looking at. */
    private static final class Parted extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    private final Transitions corpus;
    private final Maker maker;
    private final Genesis genesis;
    private final long moneyBefore;
    private final SortedMap<Integer, List<Entry>> entries = new TreeMap<>();
    private final List<Difference> differences = new ArrayList<>();

    private TransitionRunner(Transitions corpus, Maker maker) {
        this.corpus = corpus;
        this.maker = maker;
        this.genesis = SpecGenesis.of(corpus);
        this.moneyBefore = Parameters.MAX_MONEY - Tla.number(corpus.constant("MaxMoney"));
    }

    /** The differences, if there are any; {@code corpus} then knows which transitions were run. */
    static List<Difference> differences(Transitions corpus, Maker maker) {
        TransitionRunner runner = new TransitionRunner(corpus, maker);
        for (int state : corpus.explored()) {
            if (runner.isBetweenCommands(state)) {
                corpus.from(state).forEach(runner::run);
            }
        }
        return runner.differences;
    }

    /** The clearinghouse itself. */
    static Machine real(Genesis genesis, Ledger ledger, EventSink sink) {
        Settlement settlement = Settlement.restore(genesis, ledger, sink);
        return new Machine() {

            @Override
            public boolean quit(long at) {
                return settlement.quit(at);
            }

            @Override
            public Outcome execute(Command command, Signers signers) {
                return settlement.execute(command, signers);
            }

            @Override
            public void endBlock() {
                settlement.endBlock();
            }
        };
    }

    private boolean isBetweenCommands(int state) {
        return corpus.value(state, "phase").equals("commands")
                && Tla.number(Tla.field(corpus.value(state, "taker"), "id")) == 0;
    }

    private List<Entry> entries(int state) {
        return entries.computeIfAbsent(state,
                number -> SpecState.entries(corpus.state(number), moneyBefore));
    }

    private void run(Transition first) {
        List<Entry> before = entries(first.from());
        Ledger ledger = SpecLedger.of(before, genesis.owners());
        if (!ledger.entries().equals(before)) {
            throw new IllegalStateException("not restored: " + first);
        }
        Follower follower = new Follower(first, ledger);
        Machine machine = maker.make(genesis, ledger, follower);
        try {
            Name name = first.name();
            switch (name.action()) {
                case "Quit" -> follower.check(
                        machine.quit(Tla.number(name.args().get(0))) != name.isForbidden(),
                        "a quittance is news, or is not");
                case "EndCommands" -> machine.endBlock();
                default -> execute(machine, follower, name);
            }
            follower.end();
        } catch (Parted parted) {
            // It is noted.
        } catch (RuntimeException thrown) {
            differences.add(new Difference(follower.last, thrown.toString()));
        }
    }

    private static void execute(Machine machine, Follower follower, Name name) {
        Command command = SpecCommands.command(name);
        Outcome outcome = machine.execute(command, SpecCommands.signers(name, command));
        String verdict = outcome.rejection().map(Rejection::name).orElse("ACCEPTED");
        follower.check(verdict.equals(name.verdict()), "the verdict is " + verdict);
    }

    /** Follows the program through the graph. */
    private final class Follower implements EventSink {

        private final Transition first;
        private final Ledger ledger;
        private Transition last;
        private int steps;
        private boolean isBeyond;

        Follower(Transition first, Ledger ledger) {
            this.first = first;
            this.last = first;
            this.ledger = ledger;
        }

        @Override
        public void on(Event event) {
            if (isBeyond) {
                return;
            }
            Transition transition = transition(event);
            last = transition;
            steps++;
            compare(transition);
            corpus.ran(transition);
            isBeyond = !corpus.isExplored(transition.to());
        }

        private Transition transition(Event event) {
            SpecStep step = SpecStep.of(event);
            if (steps == 0) {
                check(step.isNamed(first.name()) && !first.name().isForbidden(),
                        "the step is " + step);
                return first;
            }
            @Nullable Transition next = corpus.find(last.to(), step.action(), step.args());
            check(next != null, "then comes " + step + ", which the spec does not do");
            if (next == null) {
                throw new Parted();
            }
            return next;
        }

        private void compare(Transition transition) {
            List<Entry> spec = entries(transition.to());
            List<Entry> program = ledger.entries();
            if (!program.equals(spec)) {
                List<Entry> more = new ArrayList<>(program);
                more.removeAll(spec);
                List<Entry> missing = new ArrayList<>(spec);
                missing.removeAll(program);
                check(false, "the program has " + more + ", and the spec " + missing);
            }
        }

        void check(boolean isRight, String what) {
            if (!isRight) {
                differences.add(new Difference(last, what));
                throw new Parted();
            }
        }

        /** The program has come to an end of its own. */
        void end() {
            if (first.name().isForbidden()) {
                check(steps == 0, "something was done");
                compare(first);
                corpus.ran(first);
            } else {
                check(steps > 0, "nothing was done");
                check(isBeyond || isBetweenCommands(last.to()), "the program stops here");
            }
        }
    }

    /** A summary for people: the first differences. */
    static String text(Transitions corpus, List<Difference> differences) {
        StringBuilder text = new StringBuilder(
                corpus.model() + ": " + differences.size() + " differences\n");
        for (Difference difference : differences.subList(0, Math.min(5, differences.size()))) {
            Map<String, Object> state = corpus.state(difference.transition().from());
            text.append(difference.transition()).append('\n')
                    .append("  ").append(difference.what()).append('\n')
                    .append("  from ").append(state).append('\n');
        }
        return text.toString();
    }
}
