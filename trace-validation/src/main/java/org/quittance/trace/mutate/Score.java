package org.quittance.trace.mutate;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many of some mutants came to what.
 *
 * @param all how many there are
 * @param atTheEvent rejected at the event with the flaw
 * @param consequence rejected at an event of which it is listed that it can be
 * @param malformed refused by the reader
 * @param elsewhere rejected at another event
 * @param accepted accepted
 * @param failed of which nothing is known
 * @param equivalent that say the same
 */
record Score(
        int all,
        int atTheEvent,
        int consequence,
        int malformed,
        int elsewhere,
        int accepted,
        int failed,
        int equivalent) {

    static Score of(Collection<Finding> findings) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        findings.forEach(f -> counts.merge(f.outcome(), 1, Integer::sum));
        return new Score(
                findings.size(),
                counts.getOrDefault(Outcome.AT_THE_EVENT, 0),
                counts.getOrDefault(Outcome.CONSEQUENCE, 0),
                counts.getOrDefault(Outcome.MALFORMED, 0),
                counts.getOrDefault(Outcome.ELSEWHERE, 0),
                counts.getOrDefault(Outcome.ACCEPTED, 0),
                counts.getOrDefault(Outcome.FAILED, 0),
                counts.getOrDefault(Outcome.EQUIVALENT, 0));
    }

    /** Found where they are, of 1,000 that are not equivalent; rounded down. */
    @JsonProperty
    int right() {
        return perMille(atTheEvent + consequence + malformed, all - equivalent);
    }

    /** The same of those that the spec gets to see. */
    @JsonProperty
    int rightBySpec() {
        return perMille(atTheEvent + consequence, all - equivalent - malformed);
    }

    /** Rejected at the very event, of 1,000 that the spec gets to see and are not equivalent. */
    @JsonProperty
    int strict() {
        return perMille(atTheEvent, all - equivalent - malformed);
    }

    private static int perMille(int part, int whole) {
        return whole == 0 ? 1000 : (int) (1000L * part / whole);
    }
}
