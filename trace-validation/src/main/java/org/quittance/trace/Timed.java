package org.quittance.trace;

/**
 * What a way said, and when.
 *
 * @param seconds from its start
 */
record Timed(String engine, EngineOutcome outcome, double seconds) {

    EngineRun run() {
        return switch (outcome) {
            case EngineOutcome.Accepted a ->
                    run(Verdict.ACCEPTED, a.accepted(), a.states());
            case EngineOutcome.Rejected r ->
                    run(Verdict.REJECTED, r.accepted(), r.states());
            case EngineOutcome.Failed f -> run(Verdict.TOOL_FAILED, 0, 0);
        };
    }

    private EngineRun run(Verdict verdict, int accepted, long states) {
        return new EngineRun(
                engine, verdict, accepted, states, seconds, accepted / seconds, outcome.tlc());
    }
}
