package org.quittance.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTableTest {

    private final CoverageTable table = new CoverageTable(new SpecText(List.of()), List.of());

    /** What several specs use need not be reached in each, but each must reach what is its own. */
    @Test
    void aSharedPartIsReachedThroughAnySpec() {
        String shared = "\tGuard\tBase\t3\t1\t3\t9\t";
        String own = "\tUp\tOne\t2\t1\t2\t9\t";
        table.add(
                "One",
                List.of("Up\t\tOne\t1\t1\t2\t2\t4", "Up" + shared + "0", "Up" + own + "0"));
        table.add("Two", List.of("Go\t\tTwo\t1\t1\t2\t2\t4", "Go" + own + "7"));

        assertThat(table.problems())
                .containsExactly(
                        "One: no model gets to \"Guard: \"", "One: no model gets to \"Up: \"");

        table.add("Two", List.of("Go" + shared + "5"));

        assertThat(table.problems()).containsExactly("One: no model gets to \"Up: \"");
    }
}
