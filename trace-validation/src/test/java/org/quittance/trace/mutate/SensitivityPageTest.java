package org.quittance.trace.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.trace.Traces;

/** The page of scores has every survivor; the scores of all mutants are the nightly run's. */
class SensitivityPageTest {

    private static final String PAGE = "proofs-notes/trace-mutants.md";
    private static final String HOW = "copy the table of `make sensitivity` to " + PAGE;

    @Test
    void thePageHasAllReasons() throws IOException {
        String page = Files.readString(Traces.REPOSITORY.resolve(PAGE));
        List<Survivors> survivors = Lists.read(null, null).survivors();

        assertThat(survivors).isNotEmpty().allSatisfy(each ->
                assertThat(page).as(HOW).contains(each.spec(), each.reason()));
        assertThat(page).doesNotContain("no reason is listed");
    }

    @Test
    void thePageHasEachKindOfFlaw() throws IOException {
        String page = Files.readString(Traces.REPOSITORY.resolve(PAGE));

        assertThat(Operator.values()).allSatisfy(operator ->
                assertThat(page).as(HOW).contains("| " + operator.words() + " |"));
        assertThat(page).contains("| **all** |", " 0 none of these");
    }

    @Test
    void reasonsAreGivenOnce() throws IOException {
        List<Rule> rules = Lists.read(null, null).rules();

        assertThat(rules).hasSizeGreaterThan(40).doesNotHaveDuplicates().allSatisfy(rule -> {
            assertThat(rule.why()).endsWith(".");
            assertThat(rule.words()).isNotEmpty();
        });
    }
}
