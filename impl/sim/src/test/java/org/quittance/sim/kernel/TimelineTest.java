package org.quittance.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private final Timeline timeline = new Timeline();
    private final List<String> happened = new ArrayList<>();

    @Test
    void thingsHappenWhenTheyAreDue() {
        timeline.after(20, () -> happened.add("late at " + timeline.now()));
        timeline.after(10, () -> happened.add("early at " + timeline.now()));
        while (timeline.step()) {
            assertThat(timeline.done()).isEqualTo(happened.size());
        }
        assertThat(happened).containsExactly("early at 10", "late at 20");
    }

    @Test
    void whatIsDueTogetherHappensInTheOrderInWhichItWasScheduled() {
        for (int i = 0; i < 100; i++) {
            int number = i;
            timeline.after(5, () -> happened.add("" + number));
        }
        while (timeline.step()) {
            assertThat(timeline.now()).isEqualTo(5);
        }
        assertThat(happened).hasSize(100).isSortedAccordingTo(
                (a, b) -> Integer.compare(Integer.parseInt(a), Integer.parseInt(b)));
    }

    @Test
    void nothingHappensInThePast() {
        assertThatThrownBy(() -> timeline.after(-1, () -> { })).hasMessageContaining("-1");
    }
}
