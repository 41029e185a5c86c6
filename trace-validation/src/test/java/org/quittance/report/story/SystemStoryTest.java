package org.quittance.report.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.report.story.SystemStory.Height;

class SystemStoryTest {

    @TempDir private Path folder;

    @Test
    void firstQuittanceOfAHeightCounts() throws Exception {
        SystemStory story =
                SystemStory.read(SampleMarket.quittances().write(folder.resolve("s.ndjson")));

        assertThat(story.heights()).extracting(Height::height).as("the final ones only")
                .containsExactly(1, 2, 3);
        Height first = story.heights().getFirst();
        assertThat(first.signers()).containsExactly(0, 1, 3);
        assertThat(first.attested()).containsExactly(0, 1, 2);
        assertThat(first.executed()).containsExactly(0);
        assertThat(first.delay()).isEqualTo(20);
        assertThat(first.by()).isZero();
        assertThat(first.lag()).isEqualTo(1);
        assertThat(first.carriedBy()).isEqualTo(3);
        assertThat(story.heights().getLast().quittedAt()).isNegative();
        assertThat(story.quitted()).isEqualTo(2);
        assertThat(story.stops()).containsEntry(2, 2);
        assertThat(story.byzantine()).containsExactly(3);
        assertThat(story.wrong()).containsExactly(2);
        assertThat(story.maxLag()).isEqualTo(5);
    }

    @Test
    void anotherTraceIsNone() throws Exception {
        Path file = SampleMarket.everything().write(folder.resolve("s.ndjson"));

        assertThatThrownBy(() -> SystemStory.read(file))
                .hasMessageContaining("not the header of a trace of the spec System");
    }
}
