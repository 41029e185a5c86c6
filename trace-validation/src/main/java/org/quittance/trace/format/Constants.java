package org.quittance.trace.format;

import java.util.Map;
import java.util.function.Function;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The constants of a spec for a run, by what the header of its trace says. */
public interface Constants {

    /**
     * By the constant's name the expression in TLA+ that it stands for, in the order to define
     * them.
     *
     * @param text writes a value of the header as TLA+
     */
    Map<String, String> of(Header header, Function<Term, String> text);

    /** What is wrong with a header whose fields have the right types; null if nothing is. */
    default @Nullable Problem problem(Header header) {
        return null;
    }

    /**
     * What is wrong with a header.
     *
     * @param field the name of the field to blame
     * @param what is wrong
     * @param mend what to do about it
     */
    record Problem(String field, String what, String mend) {}
}
