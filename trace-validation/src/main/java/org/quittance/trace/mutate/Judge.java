package org.quittance.trace.mutate;

import java.util.List;

/** Judges mutants of one accepted trace. */
public interface Judge extends AutoCloseable {

    /**
     * Judges the lines of a file. What is known of the original's events may be used again.
     *
     * @param lines the lines of the mutant
     * @param same so many events at its beginning are the original's, but for numbers and causes
     * @param rest so many events at its end are the original's, but for numbers and causes
     */
    Judgement judge(List<String> lines, int same, int rest);

    @Override
    void close();
}
