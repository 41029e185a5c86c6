package org.quittance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quittance.trace.format.Action;

/** What the report calls by a name is called so in the specs. */
class SpecNamesTest {

    private static final Path SPECS = Path.of("..", "specs", "consensus");

    @Test
    void actionsAreThoseOfTheSpecsNext() throws IOException {
        String spec = Files.readString(SPECS.resolve("Simplex.tla"));
        String next = spec.substring(spec.indexOf("\nNext ==") + 8, spec.indexOf("\nSpec =="));
        List<String> actions = Pattern.compile("([A-Z]\\w+)\\((?:i|m)\\b").matcher(next).results()
                .map(match -> match.group(1)).toList();

        TreeSet<String> known = new TreeSet<>(SpecActions.OF_CORRECT_REPLICAS);
        known.add(SpecActions.BYZANTINE);
        assertThat(new TreeSet<>(actions)).isEqualTo(known);
    }

    @Test
    void actionsAreThoseOfTheTraceFormat() {
        TreeSet<String> known = new TreeSet<>(SpecActions.OF_CORRECT_REPLICAS);
        known.add(SpecActions.RECEIVE);

        assertThat(Stream.of(Action.values()).map(Action::spelling).toList())
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void propertiesAreDefinedInTheSpecs() throws IOException {
        String specs;
        try (Stream<Path> files = Files.walk(SPECS)) {
            specs = files.filter(file -> file.toString().endsWith(".tla"))
                    .map(SpecNamesTest::read).collect(Collectors.joining("\n"));
        }

        assertThat(PropertyTable.MEANINGS.keySet()).isNotEmpty().allSatisfy(name ->
                assertThat(specs).containsPattern("(?m)^" + name + " =="));
    }

    @Test
    void propertiesOfTheModelsAreExplained() throws IOException {
        List<String> properties;
        try (Stream<Path> files = Files.walk(SPECS)) {
            properties = files.filter(file -> file.toString().endsWith(".cfg"))
                    .flatMap(file -> properties(read(file)).stream()).distinct().toList();
        }

        assertThat(properties).contains("Agreement").allSatisfy(name ->
                assertThat(PropertyTable.meaning(name)).isNotEqualTo(PropertyTable.UNKNOWN));
    }

    /** The names after INVARIANTS and PROPERTIES in a configuration of TLC. */
    private static List<String> properties(String config) {
        List<String> properties = new ArrayList<>();
        String section = "";
        for (String word : config.replaceAll("(?m)\\\\\\*.*$", "").split("\\s+")) {
            if (word.matches("[A-Z_]{4,}")) {
                section = word;
            } else if (section.matches("INVARIANTS?|PROPERTY|PROPERTIES")) {
                properties.add(word);
            }
        }
        return properties;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
