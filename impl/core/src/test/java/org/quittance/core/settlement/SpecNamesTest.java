package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.base.Spec;

/** An action of the spec, its event, its transition and its test have one name. */
class SpecNamesTest {

    private static final Path SPECS = Path.of("..", "..", "specs", "settlement");

    private static final List<JavaMethod> IMPLEMENTATIONS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.quittance.core.settlement")
            .stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(Spec.class))
            .toList();

    static Stream<String> actions() {
        return Arrays.stream(Event.class.getPermittedSubclasses()).map(Class::getSimpleName);
    }

    static Stream<String> definitions() {
        return IMPLEMENTATIONS.stream()
                .map(method -> method.getAnnotationOfType(Spec.class).value())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void everyActionHasOneTransitionAndATest(String action) throws ClassNotFoundException {
        assertThat(IMPLEMENTATIONS)
                .filteredOn(method -> method.getAnnotationOfType(Spec.class).value()
                        .endsWith("!" + action))
                .singleElement()
                .satisfies(method -> assertThat(method.getName()).isEqualToIgnoringCase(action));
        assertThat(Class.forName("org.quittance.core.settlement." + action + "Test")).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyDefinitionIsInTheSpec(String definition) throws IOException {
        String[] parts = definition.split("!");
        String module = Files.readString(SPECS.resolve(parts[0] + ".tla"));

        assertThat(Pattern.compile("(?m)^" + parts[1] + "(\\(.*\\))? ==").matcher(module).find())
                .as(definition).isTrue();
    }
}
