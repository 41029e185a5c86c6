package org.quittance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad arguments are told in one line. */
class MainTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
            "'(', 1s, this is no regular expression: (",
            "sweep, 1q, 'such as 2s, but is 1q'",
            "sweep, 0s, 'such as 2s, but is 0s'",
            "noSuchName, 1ms, no benchmark has a name in which noSuchName is found"})
    void badArgument(String regex, String time, String complaint) throws IOException {
        assertThat(complaintAbout(regex, time, folder.resolve("bench.json").toString()))
                .contains(complaint);
    }

    @Test
    void tooFewArguments() throws IOException {
        assertThat(complaintAbout("sweep")).contains("three arguments");
    }

    private static String complaintAbout(String... args) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertThat(Main.run(args, System.out, err)).isEqualTo(2);
        String text = said.toString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("bench: ").hasLineCount(1);
        return text;
    }
}
