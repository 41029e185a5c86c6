package org.quittance.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    @Test
    void longestBeginsFirstAndResultsComeInOrder() throws Exception {
        List<Integer> begun = Collections.synchronizedList(new ArrayList<>());
        List<String> done = new ArrayList<>();
        List<String> results =
                SideBySide.run(
                        List.of(1, 3, 2),
                        1,
                        Integer::doubleValue,
                        task -> {
                            begun.add(task);
                            return "r" + task;
                        },
                        (task, result) -> done.add(task + result));
        assertThat(begun).containsExactly(3, 2, 1);
        assertThat(results).containsExactly("r1", "r3", "r2");
        assertThat(done).containsExactly("1r1", "3r3", "2r2");
    }

    @Test
    void brokenTaskBreaksAll() {
        assertThatThrownBy(
                        () ->
                                SideBySide.run(
                                        List.of(1, 2),
                                        2,
                                        Integer::doubleValue,
                                        task -> {
                                            throw new IllegalStateException("broken " + task);
                                        },
                                        (task, result) -> {}))
                .hasRootCauseMessage("broken 1");
    }
}
