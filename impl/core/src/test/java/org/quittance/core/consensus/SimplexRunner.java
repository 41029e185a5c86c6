package org.quittance.core.consensus;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.core.base.View;
import org.quittance.core.consensus.SeenState.Known;
import org.quittance.core.message.Block;
import org.quittance.core.message.Kind;
import org.quittance.core.transitions.Tla;
import org.quittance.core.transitions.Transitions;
import org.quittance.core.transitions.Transitions.Name;
import org.quittance.core.transitions.Transitions.Transition;

/**
 * Takes every step that a validator can take in the spec's graph with the program, and compares;
 * and asks the program's guards for every step that the spec forbids.
 */
final class SimplexRunner {

    /** The view that the certificate is of lies below that of the latest final block. */
    static final String BELOW_FINAL = "HoldCertificate: below the latest final block";
    /** What shows that the view before is over was forgotten, and a later view is entered. */
    static final String FURTHER_ON = "EnterView: further on, beyond the last committed block";
    /** The vote would be for a view in or below which a block is known to be final. */
    static final String OUTCOME_KNOWN = "Finalize: the outcome is known";
    /** The leader made two proposals, and the validator has both. */
    static final String TWO_PROPOSALS = "Finalize: the leader made two proposals";
    /** The validator has another proposal of the leader, which came first. */
    static final String NOT_FIRST = "Notarize: another proposal came first";
    /**
     * The guard alone would let it, since own votes in or below the view of the committed block
     * are forgotten; but the rules take EnterView before, which leaves such a view.
     */
    static final String LEAVES_FIRST = "Nullify: EnterView comes first";

    /** The program and the spec do not agree. */
    record Difference(Transition transition, String what) {}

    private final Transitions corpus;
    private final SpecSimplex spec;
    private final SimplexProgram program;
    private final List<Difference> differences = new ArrayList<>();
    private final SortedMap<String, Integer> exceptions;

    private SimplexRunner(
            Transitions corpus, SimplexProgram program, SortedMap<String, Integer> exceptions) {
        this.corpus = corpus;
        this.spec = new SpecSimplex(corpus);
        this.program = program;
        this.exceptions = exceptions;
    }

    /**
     * The differences, if there are any; {@code corpus} then knows which transitions were run.
     *
     * @param exceptions is filled with how often the program is known to do other than the spec
     */
    static List<Difference> differences(
            Transitions corpus, SimplexProgram program, SortedMap<String, Integer> exceptions) {
        SimplexRunner runner = new SimplexRunner(corpus, program, exceptions);
        for (int state : corpus.explored()) {
            SeenState seen = new SeenState(runner.spec, corpus.state(state));
            for (Transition transition : corpus.from(state)) {
                try {
                    runner.run(seen, transition);
                } catch (RuntimeException thrown) {
                    runner.differ(transition, thrown.toString());
                }
            }
        }
        return runner.differences;
    }

    private void differ(Transition transition, String what) {
        differences.add(new Difference(transition, what));
    }

    private void run(SeenState seen, Transition transition) {
        switch (transition.name().action()) {
            // The program is gone.
            case "Crash" -> { }
            case "Restart" -> restart(seen, transition);
            default -> {
                step(seen, transition, false);
                // As after a restart, when it has read back less.
                step(seen, transition, true);
                corpus.ran(transition);
            }
        }
    }

    private SeenState after(Transition transition) {
        return new SeenState(spec, corpus.state(transition.to()));
    }

    private void step(SeenState seen, Transition transition, boolean afterRestart) {
        Name name = transition.name();
        Object arg = argument(name);
        State state = seen.state(received(seen, name), afterRestart);
        boolean allowed = !name.isForbidden();
        boolean can = program.can(state, arg, name.action());
        if (allowed && can) {
            compare(transition, Known.of(program.take(state, arg, name.action()), afterRestart),
                    afterRestart);
        }
        String exception = exception(seen, state, name);
        if (!exception.isEmpty()) {
            count(exception);
        }
        if ((allowed == can) != exception.isEmpty()) {
            differ(transition, "the guard is " + can + (exception.isEmpty() ? "" : ", although "
                    + exception));
        }
        besides(seen, transition, arg, afterRestart);
    }

    private void count(String exception) {
        exceptions.merge(exception, 1, Integer::sum);
    }

    /** Why the program's guard must not be what the spec's is; empty if it must be. */
    private String exception(SeenState seen, State state, Name name) {
        boolean allowed = !name.isForbidden();
        return switch (name.action()) {
            case "HoldCertificate" -> allowed && Tla.number(
                    Tla.field(name.args().get(1), "view")) < seen.finalizedView()
                    ? BELOW_FINAL
                    : "";
            case "EnterView" -> allowed && Tla.number(name.args().get(1)) - 1
                    < seen.committed().view().number()
                    ? FURTHER_ON
                    : "";
            case "Finalize" -> allowed && viewOf(name) <= seen.finalizedView()
                    ? OUTCOME_KNOWN
                    : "";
            case "Nullify" -> !allowed && leavesFirst(state, Tla.number(name.args().get(1)))
                    ? LEAVES_FIRST
                    : "";
            default -> "";
        };
    }

    private static long viewOf(Name name) {
        return Tla.number(Tla.field(name.args().get(1), "view"));
    }

    /** Was the own vote forgotten, and does the machine leave the view when a timer fires? */
    private static boolean leavesFirst(State state, long view) {
        if (state.view().number() != view || view > state.committed().view().number()
                || state.own().hasSigned(new View(view), Kind.NULLIFY)
                || state.own().hasSigned(new View(view), Kind.FINALIZE)) {
            return false;
        }
        Step step = Simplex.step(state, new Input.TimerFired(Timer.VIEW, new View(view)));
        return step.events().stream().noneMatch(event ->
                event instanceof Event.Nullify nullify && nullify.view().number() == view);
    }

    /** The same with proposals that the spec's guard does not ask for. */
    private void besides(
            SeenState seen, Transition transition, Object arg, boolean afterRestart) {
        Name name = transition.name();
        boolean isVote = name.action().equals("Notarize") || name.action().equals("Finalize");
        if (!isVote || name.isForbidden()) {
            return;
        }
        List<Object> others = seen.proposals();
        others.removeIf(other -> Tla.number(Tla.field(other, "view")) != viewOf(name)
                || other.equals(name.args().get(1)));
        if (others.isEmpty()) {
            return;
        }
        List<Object> both = new ArrayList<>(others.subList(0, 1));
        both.add(name.args().get(1));
        count(name.action().equals("Notarize") ? NOT_FIRST : TWO_PROPOSALS);
        if (program.can(seen.state(both, afterRestart), arg, name.action())) {
            differ(transition, "two proposals do not matter");
        }
    }

    /** The proposal that the step is about, if it is out. */
    private static List<Object> received(SeenState seen, Name name) {
        List<Object> proposals = seen.proposals();
        proposals.removeIf(proposal -> !name.action().equals("Notarize")
                || !proposal.equals(name.args().get(1)));
        return proposals;
    }

    private Object argument(Name name) {
        List<?> args = name.args();
        return switch (name.action()) {
            case "HoldCertificate" -> spec.certificate(args.get(1), args.get(2));
            case "EnterView", "Nullify" -> new View(Tla.number(args.get(1)));
            case "Propose" -> spec.body(args.get(1));
            case "Notarize", "Finalize" -> spec.block(args.get(1));
            case "Persist" -> List.of();
            case "Commit" -> spec.path(args.get(1));
            default -> throw new IllegalArgumentException("no action " + name);
        };
    }

    private void compare(Transition transition, Known program, boolean afterRestart) {
        Known wanted = after(transition).known(afterRestart);
        if (!program.equals(wanted)) {
            differ(transition, "the program comes to " + program + ", and the spec to " + wanted);
        }
    }

    private void restart(SeenState seen, Transition transition) {
        Name name = transition.name();
        Block tip = spec.block(name.args().get(2));
        try {
            State state = program.restart(spec.config(seen.self()),
                    seen.log(Tla.list(name.args().get(1)), name.args().get(2)));
            if (name.isForbidden()) {
                differ(transition, "it starts, with " + tip);
            } else {
                compare(transition, Known.of(state, true), true);
            }
        } catch (InconsistentLogException refused) {
            if (!name.isForbidden()) {
                differ(transition, refused.toString());
            }
        }
        corpus.ran(transition);
    }

    /** A summary for people: how many differences of each action, and the first ones. */
    static String text(Transitions corpus, List<Difference> differences) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        differences.forEach(d -> counts.merge(d.transition().name().action(), 1, Integer::sum));
        StringBuilder text = new StringBuilder(corpus.model() + ": " + counts + "\n");
        for (Difference difference : differences.subList(0, Math.min(5, differences.size()))) {
            text.append(difference).append("\n  from ")
                    .append(corpus.state(difference.transition().from())).append('\n');
        }
        return text.toString();
    }
}
