package org.quittance.sim.run;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.base.View;
import org.quittance.core.consensus.LeaderElection;
import org.quittance.core.consensus.Timing;
import org.quittance.core.message.Block;
import org.quittance.sim.check.Members;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;

/**
 * After faults stop, every correct replica commits so many blocks of correct leaders in bounded
 * time. Only blocks of views that nobody was in before count.
 */
final class Liveness {

    /** Views of correct leaders that may be lost until all replicas are in step again. */
    private static final int SLACK = 3;

    private final ValidatorSet validators;
    private final Members members;
    private final Timing timing;
    private final int wanted;
    private final SortedMap<Integer, Set<Block>> committed = new TreeMap<>();
    private View highest = View.GENESIS;
    private View from = View.GENESIS;
    private boolean counting;

    Liveness(ValidatorSet validators, Members members, Timing timing, int wanted) {
        this.validators = validators;
        this.members = members;
        this.timing = timing;
        this.wanted = wanted;
    }

    /** A correct replica is in this view. */
    void inView(View view) {
        if (view.compareTo(highest) > 0) {
            highest = view;
        }
    }

    /** A correct replica committed this block. */
    void committed(int node, Block block) {
        if (counting && block.view().compareTo(from) > 0 && isOfCorrectLeader(block.view())) {
            committed.computeIfAbsent(node, key -> new TreeSet<>(
                    (a, b) -> a.digest().compareTo(b.digest()))).add(block);
        }
    }

    /**
     * Faults have stopped: starts to count.
     *
     * @return the bound, in milliseconds from now: in the worst case each view until enough correct
     *     leaders had their turn lasts as long as the longest timeout, and before that everyone has
     *     to hear of what was missed
     */
    long begin() {
        counting = true;
        from = highest;
        long views = 0;
        View view = highest;
        for (int correct = 0; correct < wanted + SLACK; views++) {
            view = view.next();
            if (isOfCorrectLeader(view)) {
                correct++;
            }
        }
        return (views + 2) * timing.most() + 10 * timing.rebroadcast();
    }

    /** Has every correct replica committed enough? */
    boolean isReached() {
        return counting && members.correct().stream()
                .allMatch(node -> committed.getOrDefault(node, Set.of()).size() >= wanted);
    }

    /** Time is up. */
    Violation violation() {
        StringBuilder text = new StringBuilder("blocks committed of correct leaders after view ")
                .append(from.number()).append(", of ").append(wanted).append(" wanted:");
        for (int node : members.correct()) {
            text.append(" node ").append(node).append(": ")
                    .append(committed.getOrDefault(node, Set.of()).size()).append(',');
        }
        return new Violation(Property.LIVENESS,
                text.append(" highest view ").append(highest.number()).toString());
    }

    private boolean isOfCorrectLeader(View view) {
        return members.isCorrect(LeaderElection.leader(validators, view).index());
    }
}
