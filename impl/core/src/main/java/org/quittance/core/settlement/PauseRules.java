package org.quittance.core.settlement;

import java.util.Optional;
import org.quittance.core.base.Spec;

/** Governors pause trading, for a time. */
final class PauseRules {

    private PauseRules() {}

    @Spec("Oracle!PauseRefusal")
    static Optional<Rejection> pauseRefusal(State s, Command.Pause c, Signers signers) {
        Optional<Rejection> refusal = Checks.ofGovernance(s, c, signers);
        if (refusal.isPresent()) {
            return refusal;
        }
        long last = s.height() + s.parameters().maxPause();
        return Checks.isWithin(c.until(), s.height() + 1, last)
                ? Checks.ok()
                : Checks.refuse(Rejection.NOT_IN_RANGE);
    }

    @Spec("Oracle!Pause")
    static void pause(State s, Command.Pause c, Signers signers, EventSink sink) {
        s.oracle().setPausedUntil(c.until());
        if (sink.isInterested()) {
            sink.on(new Event.Pause(c, s.governorsAmong(signers), s.post()));
        }
    }

    @Spec("Oracle!ResumeRefusal")
    static Optional<Rejection> resumeRefusal(State s, Command.Resume c, Signers signers) {
        return Checks.ofGovernance(s, c, signers);
    }

    @Spec("Oracle!Resume")
    static void resume(State s, Command.Resume c, Signers signers, EventSink sink) {
        s.oracle().setPausedUntil(0);
        if (sink.isInterested()) {
            sink.on(new Event.Resume(c, s.governorsAmong(signers), s.post()));
        }
    }
}
