package org.quittance.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolProcessTest {

    @TempDir private Path folder;
    private final List<String> lines = new ArrayList<>();

    private int run(Duration limit, String script) throws Exception {
        return ToolProcess.run(
                List.of("sh", "-c", script),
                folder,
                Map.of("GREETING", "hello"),
                folder.resolve("log/out.txt"),
                limit,
                lines::add);
    }

    @Test
    void outputGoesToTheLogAndToTheReader() throws Exception {
        assertThat(run(Duration.ofMinutes(1), "echo $GREETING; echo two >&2; exit 7")).isEqualTo(7);
        assertThat(lines).containsExactly("hello", "two");
        assertThat(folder.resolve("log/out.txt")).hasContent("hello\ntwo");
    }

    @Test
    void hangingProcessAndItsChildrenAreStopped() throws Exception {
        long start = System.nanoTime();
        String script = "sleep 1000 & echo child; wait";
        assertThat(run(Duration.ofSeconds(3), script)).isEqualTo(ToolProcess.STOPPED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        assertThat(lines).containsExactly("child");
    }
}
