package org.quittance.core.settlement;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.quittance.core.base.Spec;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.GroupStatus;
import org.quittance.core.settlement.state.Oracle;
import org.quittance.core.settlement.state.Phase;

/**
 * The oracle round at the end of each block: it closes, or is kept open for more reports, or is
 * given up since the reports are too old.
 */
final class OraclePhase {

    private OraclePhase() {}

    /** Takes the one step of this phase. */
    static void run(State s, EventSink sink) {
        if (canCloseRound(s)) {
            closeRound(s, sink);
        } else if (isTooOld(s)) {
            giveUpRound(s, sink);
        } else {
            keepRound(s, sink);
        }
    }

    /** Do reports that count carry more than two thirds of all weight? */
    @Spec("Oracle!CanCloseRound")
    static boolean canCloseRound(State s) {
        long counted = weight(s, v -> isCounted(s, v));
        return s.progress().phase() == Phase.ORACLE && 3 * counted > 2 * weight(s, v -> true);
    }

    /**
     * The median becomes the price, and groups that wait for one take it down; or, if it is far
     * from the price and from the candidate, it becomes the candidate.
     */
    @Spec("Oracle!CloseRound")
    static void closeRound(State s, EventSink sink) {
        Oracle oracle = s.oracle();
        long median = medianPrice(s);
        if (isConfirmed(s, median)) {
            oracle.setPrice(median, s.height());
            oracle.setCandidate(0);
            for (Group group : List.copyOf(s.contracts().groups())) {
                if (observes(s, group)) {
                    s.contracts().put(group.observing(median));
                }
            }
        } else {
            oracle.setCandidate(median);
        }
        for (int v = 0; v < s.validators().size(); v++) {
            if (oracle.report(v) > 0) {
                boolean far = isFar(oracle.report(v), median, s.parameters().outlierMove());
                oracle.setOutliers(v, far ? oracle.outliers(v) + 1 : 0);
            }
        }
        nextRound(s);
        s.progress().setPhase(Phase.EXPIRY);
        if (sink.isInterested()) {
            sink.on(new Event.CloseRound(s.post()));
        }
    }

    /** Too few reports: what was reported stays for the next block. */
    @Spec("Oracle!KeepRound")
    static void keepRound(State s, EventSink sink) {
        s.progress().setPhase(Phase.EXPIRY);
        if (sink.isInterested()) {
            sink.on(new Event.KeepRound(s.post()));
        }
    }

    /** Too few reports for too long: they are forgotten, and another round begins. */
    @Spec("Oracle!GiveUpRound")
    static void giveUpRound(State s, EventSink sink) {
        nextRound(s);
        s.progress().setPhase(Phase.EXPIRY);
        if (sink.isInterested()) {
            sink.on(new Event.GiveUpRound(s.post()));
        }
    }

    /** Has the round been open for as long as a price is fresh? */
    @Spec("Oracle!IsTooOld")
    private static boolean isTooOld(State s) {
        return s.height() - s.oracle().roundStart() >= s.parameters().maxAge();
    }

    @Spec("Oracle!NextRound")
    private static void nextRound(State s) {
        for (int v = 0; v < s.validators().size(); v++) {
            if (s.oracle().report(v) > 0) {
                s.oracle().setReport(v, 0);
            }
        }
        s.oracle().setRound(s.oracle().round() + 1, s.height() + 1);
    }

    /** Did the validator report, and is it neither convicted nor an outlier for too long? */
    @Spec("Oracle!Counted")
    private static boolean isCounted(State s, int v) {
        return s.oracle().report(v) > 0
                && !s.validators().isJailed(v)
                && s.oracle().outliers(v) < s.parameters().outlierRounds();
    }

    private static long weight(State s, IntPredicate of) {
        return IntStream.range(0, s.validators().size())
                .filter(of)
                .mapToLong(v -> s.validators().weight(v))
                .sum();
    }

    @Spec("Oracle!MedianPrice")
    private static long medianPrice(State s) {
        int[] counted = IntStream.range(0, s.validators().size())
                .filter(v -> isCounted(s, v))
                .toArray();
        return WeightedMedian.of(
                IntStream.of(counted).mapToLong(v -> s.oracle().report(v)).toArray(),
                IntStream.of(counted).mapToLong(v -> s.validators().weight(v)).toArray());
    }

    /** Is it near the last price, or near the candidate of the round before? */
    @Spec("Oracle!IsConfirmed")
    private static boolean isConfirmed(State s, long median) {
        long price = s.oracle().price();
        long candidate = s.oracle().candidate();
        long move = s.parameters().maxMove();
        return price <= 0
                || !isFar(median, price, move)
                || candidate > 0 && !isFar(median, candidate, move);
    }

    /** Does the group wait for a price, and had it expired before anyone reported this one? */
    @Spec("Oracle!Observes")
    private static boolean observes(State s, Group group) {
        return group.status() != GroupStatus.SETTLED
                && group.expiry() <= s.oracle().roundStart()
                && group.observed().size() < s.parameters().settlementRounds();
    }

    /** Is x further than these parts of 10000 away from the price y? */
    @Spec("Oracle!IsFar")
    static boolean isFar(long x, long y, long parts) {
        // Prices are at most 2^40, and parts at most 10000, which is below 2^14.
        return Math.abs(x - y) * Parameters.WHOLE > parts * y;
    }
}
