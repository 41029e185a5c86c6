package org.quittance.core.settlement;

import java.util.Optional;
import org.quittance.core.base.Spec;

/** Validators report prices. */
final class OracleRules {

    private OracleRules() {}

    /** Why a report is refused, if it is. */
    @Spec("Oracle!ReportRefusal")
    static Optional<Rejection> reportRefusal(State s, Command.Report c, Signers signers) {
        int v = c.validator();
        if (!s.validators().contains(v)) {
            return Checks.refuse(Rejection.UNKNOWN_VALIDATOR);
        }
        if (!signers.isOnly(s.genesis().validators().get(v).key())) {
            return Checks.refuse(Rejection.WRONG_SIGNER);
        }
        if (c.price() < 1 || c.price() > s.parameters().maxPrice()) {
            return Checks.refuse(Rejection.NOT_IN_RANGE);
        }
        if (s.oracle().report(v) > 0) {
            return Checks.refuse(Rejection.ALREADY_REPORTED);
        }
        if (s.validators().isJailed(v)) {
            return Checks.refuse(Rejection.JAILED);
        }
        return c.round() != s.oracle().round()
                ? Checks.refuse(Rejection.WRONG_ROUND)
                : Checks.ok();
    }

    /** The price is recorded for this round. */
    @Spec("Oracle!Report")
    static void report(State s, Command.Report c, EventSink sink) {
        s.oracle().setReport(c.validator(), c.price());
        if (sink.isInterested()) {
            sink.on(new Event.Report(c, s.post()));
        }
    }
}
