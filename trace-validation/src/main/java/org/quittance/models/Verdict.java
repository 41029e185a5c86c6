package org.quittance.models;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.Outcome.Failed;
import org.quittance.models.Outcome.Holds;
import org.quittance.models.Outcome.Violates;

/** Holds how a check ended against how it is registered to end. */
final class Verdict {

    private Verdict() {}

    /**
     * Why a check fails.
     *
     * @param expectedDistinct the registered number of distinct states, if there is one
     * @return empty if it ended as registered
     */
    static String reason(
            Outcome expected,
            Outcome actual,
            @Nullable Long expectedDistinct,
            @Nullable Long distinct) {
        if (actual instanceof Failed failed) {
            return failed.why();
        }
        if (!actual.equals(expected)) {
            return otherResult(expected, actual);
        }
        if (expectedDistinct != null && !expectedDistinct.equals(distinct)) {
            return (distinct == null ? "no count of" : TextTable.number(distinct))
                    + " distinct states, registered are "
                    + TextTable.number(expectedDistinct);
        }
        return "";
    }

    private static String otherResult(Outcome expected, Outcome actual) {
        if (expected instanceof Violates violates) {
            return actual instanceof Violates other
                    ? "violates " + other.property() + " instead of " + violates.property()
                    : "survives: it must violate " + violates.property() + ", and nothing is";
        }
        return actual instanceof Holds ? "holds" : actual + ", and must hold";
    }
}
