package org.quittance.trace.mutate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The mutants of traces, for whoever wants to know how much a check of traces notices. */
public final class MutantsOfTraces {

    private final Assessment assessment;

    private MutantsOfTraces(Assessment assessment) {
        this.assessment = assessment;
    }

    /** Gives judges. */
    public interface Judges {
        /**
         * Of mutants of that trace.
         *
         * @throws IOException if something can't be read or written; its message is for people
         */
        Judge of(Path file) throws IOException;
    }

    /**
     * Makes mutants and has them judged.
     *
     * @param files traces that are accepted, each with a name of its own
     * @param judges who judges their mutants
     * @param consequences the file with what can follow from a flaw; null for what is listed here
     * @param survivors the file with those that are known to survive; null for what is listed here
     * @param each of how many mutants that are alike at least, at least 0; 0 for all
     * @param progress gets a line for each trace
     * @throws org.quittance.models.InputException if a file is not as it must be
     * @throws IOException if something can't be read or written
     */
    public static MutantsOfTraces test(
            List<Path> files,
            Judges judges,
            @Nullable Path consequences,
            @Nullable Path survivors,
            int each,
            Consumer<String> progress)
            throws IOException {
        Lists lists = Lists.read(consequences, survivors);
        Study.Result result = new Study(files, lists, judges).run(each, progress);
        return new MutantsOfTraces(
                new Assessment(result.findings(), result.population(), lists));
    }

    /** What is not as it must be, a line each; empty if nothing. */
    public List<String> complaints() {
        return assessment.complaints();
    }

    /** The scores, for people. */
    public List<String> lines() {
        return new ScoreText(assessment).lines();
    }

    /** The scores, for a page. */
    public String markdown() {
        return new ScoreText(assessment).markdown();
    }

    /**
     * Writes scores and survivors for programs.
     *
     * @throws IOException if the file can't be written
     */
    public void write(Path file) throws IOException {
        ScoreJson.write(assessment, file);
    }
}
