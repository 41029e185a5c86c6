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
import org.quittance.trace.specs.SettlementFormat;
import org.quittance.trace.specs.SimplexFormat;
import org.quittance.trace.specs.SystemFormat;
import org.quittance.trace.format.TraceSpec;

/** What the report calls by a name is called so in the specs. */
class SpecNamesTest {

    private static final Path SPECS = Path.of("..", "specs");

    /** The folders of the specs whose properties the report explains. */
    private static final List<String> EXPLAINED = List.of("consensus", "settlement", "system");

    @Test
    void actionsAreThoseOfTheSpecsNext() throws IOException {
        String spec = Files.readString(SPECS.resolve("consensus/Simplex.tla"));
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

        assertThat(SimplexFormat.SPEC.actions().stream().map(Action::spelling).toList())
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void actionsOfSettlementAndSystemAreThoseOfTheirTraceFormats() {
        for (TraceSpec spec : List.of(SettlementFormat.SPEC, SystemFormat.SPEC)) {
            assertThat(spec.actions().stream().map(Action::spelling).toList())
                    .containsExactlyInAnyOrderElementsOf(SpecActions.of(spec.name()));
        }
    }

    @Test
    void propertiesAreDefinedInTheSpecs() throws IOException {
        String specs = texts(".tla").stream().collect(Collectors.joining("\n"));

        assertThat(PropertyTable.MEANINGS.keySet()).isNotEmpty().allSatisfy(name ->
                assertThat(specs).containsPattern("(?m)^" + name + " =="));
    }

    @Test
    void propertiesOfTheModelsAreExplained() throws IOException {
        List<String> properties = texts(".cfg").stream()
                .flatMap(text -> Checked.properties(text).stream()).distinct().toList();

        assertThat(properties).contains("Agreement", "S1_Conservation", "QuittanceAgreement")
                .allSatisfy(name ->
                assertThat(PropertyTable.meaning(name)).isNotEqualTo(PropertyTable.UNKNOWN));
    }

    /** The files with this ending in the folders that are explained. */
    private static List<String> texts(String ending) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String folder : EXPLAINED) {
            try (Stream<Path> files = Files.walk(SPECS.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(ending))
                        .map(SpecNamesTest::read)
                        .forEach(texts::add);
            }
        }
        return texts;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
