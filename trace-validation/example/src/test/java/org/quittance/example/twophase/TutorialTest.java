package org.quittance.example.twophase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tutorial in the README: its commands work, and it shows what is there. */
class TutorialTest {

    private static final Path TOP = Path.of("../..");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    private static final Pattern PATH = Pattern.compile("(?m)^CP='.*'$");
    private static final String BUILD = "make build\n";

    /** One after the other, as somebody does who follows it. */
    @Test
    void theCommandsDoWhatItSays() throws Exception {
        String commands = String.join("", blocks("sh"));
        assertThat(commands).startsWith(BUILD).containsPattern(PATH);
        // It is being built right now, and this is the same class path.
        String script = "set -e\n"
                + PATH.matcher(commands.substring(BUILD.length())).replaceFirst(
                        Matcher.quoteReplacement("CP='" + Command.classPath() + "'"));
        Command all = Command.run(TOP, List.of("sh", "-c", script));
        assertThat(all.status()).as(all.output()).isZero();
        assertThat(all.output())
                .contains("No error has been found", "accepted    target/run.ndjson: 8 events")
                .contains(blocks("text").get(0));
    }

    @Test
    void aCommandThatFailsIsNoticed() throws Exception {
        assertThat(Command.run(TOP, List.of("sh", "-c", "set -e\nfalse\ntrue")).status())
                .isNotZero();
    }

    @Test
    void whatItShowsIsInTheFiles() throws IOException {
        String files;
        try (Stream<Path> all = Files.walk(Path.of("src"))) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("TutorialTest.java"))
                    .map(TutorialTest::text)
                    .collect(Collectors.joining("\n"));
        }
        List<String> shown = new ArrayList<>();
        for (String language : List.of("tla", "json", "java")) {
            assertThat(blocks(language)).as(language).isNotEmpty();
            shown.addAll(blocks(language));
        }
        assertThat(shown).allSatisfy(block -> assertThat(files).contains(bare(block)));
    }

    private static String text(Path file) {
        try {
            return bare(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the indentation. */
    private static String bare(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(Path.of("README.md")));
        while (block.find()) {
            if (block.group(1).equals(language)) {
                blocks.add(block.group(2));
            }
        }
        return blocks;
    }
}
