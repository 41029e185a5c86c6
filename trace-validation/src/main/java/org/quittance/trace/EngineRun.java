package org.quittance.trace;

/**
 * How one of the two ways of checking fared with a trace.
 *
 * @param engine "batch" (TLC runs on a generated module, in a JVM of its own) or "replay" (TLC's
 *     evaluator steps through the trace)
 * @param verdict this way's own verdict
 * @param accepted how many events it accepted, counted from the first
 * @param states states that it generated, the initial one included; one per event plus one if the
 *     trace says enough
 * @param seconds wall-clock time, the start of TLC included
 * @param eventsPerSecond accepted events by seconds
 * @param tlc the version of TLC that it used, as TLC names itself
 */
public record EngineRun(
        String engine,
        Verdict verdict,
        int accepted,
        long states,
        double seconds,
        double eventsPerSecond,
        String tlc) {}
