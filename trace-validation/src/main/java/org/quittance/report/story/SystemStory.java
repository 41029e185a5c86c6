package org.quittance.report.story;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What a system trace tells: what was executed, attested and quitted.
 *
 * @param validators how many
 * @param byzantine which of them log nothing
 * @param wrong which of them may execute wrongly
 * @param maxLag so many final blocks may be without a quittance
 * @param heights one for each final block, ascending
 * @param stops who stopped since its root was not the quitted one, and at which height
 */
public record SystemStory(
        int validators,
        List<Integer> byzantine,
        List<Integer> wrong,
        int maxLag,
        List<Height> heights,
        SortedMap<Integer, Integer> stops) {

    public SystemStory {
        byzantine = List.copyOf(byzantine);
        wrong = List.copyOf(wrong);
        heights = List.copyOf(heights);
    }

    /** The spec of such traces. */
    public static final String SPEC = "System";

    /**
     * Reads a trace.
     *
     * @throws IOException if it can't be read or is no system trace; the message says where
     */
    public static SystemStory read(Path file) throws IOException {
        return SystemTeller.tell(TraceLines.read(file, SPEC));
    }

    /** How many heights have a quittance. */
    public long quitted() {
        return heights.stream().filter(height -> height.quittedAt() >= 0).count();
    }

    /**
     * A final block.
     *
     * @param ordered when it was final, in simulated milliseconds
     * @param executed who executed it
     * @param attested who sent an attestation of it
     * @param quittedAt when a replica first had a quittance of it; -1 if none ever had
     * @param by this replica
     * @param root of the quittance; empty if there is none
     * @param signers of the quittance
     * @param lag how many blocks were final after it when it got its quittance
     * @param carriedBy the first later block that has the quittance, or one of a later height, in
     *     it; 0 if none has
     */
    public record Height(
            int height,
            long ordered,
            SortedSet<Integer> executed,
            SortedSet<Integer> attested,
            long quittedAt,
            int by,
            String root,
            SortedSet<Integer> signers,
            int lag,
            int carriedBy) {

        /** Simulated milliseconds from final to quitted. */
        public long delay() {
            return quittedAt - ordered;
        }
    }
}
