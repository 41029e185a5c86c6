package org.quittance.core.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever survives must be listed, and whoever is listed must survive. */
class SurvivorsTest {

    private static final String LISTED = "consensus.Guards\tcanFinalize\tMathMutator\t1\tthe same";

    @TempDir
    private Path folder;

    private static String mutation(boolean detected, String method) {
        return "<mutation detected='" + detected + "' status='X'>"
                + "<mutatedClass>org.quittance.core.consensus.Guards</mutatedClass>"
                + "<mutatedMethod>" + method + "</mutatedMethod><lineNumber>7</lineNumber>"
                + "<mutator>org.pitest.mutationtest.engine.gregor.mutators.MathMutator</mutator>"
                + "</mutation>";
    }

    private List<String> complaints(String mutations, String... listed) throws IOException {
        Path file = folder.resolve("mutations.xml");
        Files.writeString(file, "<mutations>" + mutations + "</mutations>");
        SortedMap<Survivors.Place, Integer> reasons = Survivors.listed(List.of(listed));
        return Survivors.complaints(Survivors.read(file, reasons), reasons, "consensus");
    }

    @Test
    void survivorsThatAreListedAreRight() throws IOException {
        assertThat(complaints(mutation(false, "canFinalize") + mutation(true, "canCommit"), LISTED))
                .isEmpty();
    }

    @Test
    void survivorThatIsNotListedIsComplainedOf() throws IOException {
        assertThat(complaints(mutation(false, "canFinalize") + mutation(false, "canFinalize"),
                LISTED)).hasSize(1).first().asString()
                .contains("not listed", "canFinalize", "lines 7 7");
    }

    @Test
    void mutantThatCouldNotBeTriedIsNotNoticed() throws IOException {
        assertThat(complaints(mutation(true, "canFinalize").replace("'X'", "'RUN_ERROR'")))
                .hasSize(1).first().asString().contains("not listed", "canFinalize");
    }

    @Test
    void listedOneThatOnlyTookLongIsRight() throws IOException {
        String slow = mutation(true, "canFinalize").replace("'X'", "'TIMED_OUT'");
        assertThat(complaints(slow, LISTED)).isEmpty();
        assertThat(complaints(slow)).isEmpty();
    }

    @Test
    void listedOneThatIsNoticedIsComplainedOf() throws IOException {
        assertThat(complaints(mutation(true, "canFinalize"), LISTED)).hasSize(1)
                .first().asString().contains("noticed now", "canFinalize");
    }

    @Test
    void tableHasTheScoresAndSaysWhatWasNotRun() throws IOException {
        Path file = folder.resolve("mutations.xml");
        SortedMap<Survivors.Place, Integer> listed = Survivors.listed(List.of(LISTED));
        Files.writeString(file, "<mutations>" + mutation(false, "canFinalize")
                + mutation(true, "canCommit").repeat(2) + "</mutations>");
        assertThat(ScoreTable.lines(Survivors.read(file, listed), listed,
                "consensus", new TreeSet<>(List.of("base", "consensus")))).containsExactly(
                ScoreTable.HEAD, "|---|---:|---:|---:|---:|",
                "| base | not run | | | |",
                "| consensus | 3 | 2 | 1 | 66.6 % |",
                "| all that were run | 3 | 2 | 1 | 66.6 % |");
    }

    @Test
    void thereIsNoListingWithoutAReason() {
        assertThatIllegalArgumentException().isThrownBy(() ->
                Survivors.listed(List.of("consensus.Guards\tcanFinalize\tMathMutator\t1\t ")))
                .withMessageContaining("reason");
    }
}
