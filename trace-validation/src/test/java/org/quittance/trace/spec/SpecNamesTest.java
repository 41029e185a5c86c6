package org.quittance.trace.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quittance.trace.Traces;
import org.quittance.trace.format.Action;

/**
 * One rule has one name in spec and code. The code is read as text: this module knows neither the
 * core nor the simulator.
 */
class SpecNamesTest {

    private static final Path CORE = Traces.REPOSITORY.resolve("impl/core/src/main/java");
    private static final Path SIMULATOR = Traces.REPOSITORY.resolve("impl/sim/src/main/java");
    private static final Path NOT_CHECKED =
            Traces.REPOSITORY.resolve("proofs-notes/not-checked.md");

    private static final Specs SPECS = new Specs(Traces.SPECS);

    /** Actions of Next without a method in the core, and why. */
    private static final Map<String, String> UNMAPPED =
            Map.of(
                    "Crash", "a crash happens to the core: whoever runs it drops its state",
                    "ByzantineSend", "no part of the core is Byzantine");

    /** Actions of traces without an action in the spec, and why. */
    private static final Set<String> ONLY_IN_TRACES = Set.of("Receive");

    /** Methods that can't have the name of their action, and why. */
    private static final Map<String, String> RENAMED =
            Map.of(
                    // Every object has a finalize() of its own in Java.
                    "Finalize", "finalizeBlock",
                    // It does not answer, but refuses and says why.
                    "CanRestart", "checkCanRestart");

    private static final Pattern ANNOTATION =
            Pattern.compile("@Spec\\(\\s*\"(\\w+)!(\\w+)\"\\s*\\)");
    private static final Pattern METHOD_BELOW =
            Pattern.compile("@Spec\\(\\s*\"Simplex!(\\w+)\"\\s*\\)[^;{]*?\\b(\\w+)\\(");
    private static final Pattern CHECKER = Pattern.compile("\\bimplements\\s[^{]*\\bChecker\\b");
    private static final Pattern EXCEPTION = Pattern.compile("`(\\w+)`(?=[^:]*:)");

    @Test
    void everyActionHasAMethod() throws IOException {
        Set<String> actions = new TreeSet<>(SPECS.read("Simplex").actions());
        Set<String> annotated = new TreeSet<>();
        Matcher annotations = ANNOTATION.matcher(sources(CORE));
        while (annotations.find()) {
            if (annotations.group(1).equals("Simplex")) {
                annotated.add(annotations.group(2));
            }
        }
        assertThat(actions).hasSizeGreaterThanOrEqualTo(11);
        assertThat(annotated).hasSizeGreaterThanOrEqualTo(9);
        assertThat(actions).containsAll(UNMAPPED.keySet());
        assertThat(annotated).doesNotContainAnyElementsOf(UNMAPPED.keySet());

        actions.removeAll(UNMAPPED.keySet());

        assertThat(annotated).containsAll(actions);
    }

    @Test
    void methodsAreNamedLikeTheirActions() throws IOException {
        Matcher methods = METHOD_BELOW.matcher(sources(CORE));
        int found = 0;
        while (methods.find()) {
            String action = methods.group(1);
            assertThat(methods.group(2))
                    .isEqualToIgnoringCase(RENAMED.getOrDefault(action, action));
            found++;
        }
        assertThat(found).isGreaterThanOrEqualTo(9);
    }

    @Test
    void everyAnnotationNamesADefinition() throws IOException {
        Map<String, Set<String>> operators = new HashMap<>();
        Matcher annotations = ANNOTATION.matcher(sources(CORE));
        int found = 0;
        while (annotations.find()) {
            String module = annotations.group(1);
            if (!operators.containsKey(module)) {
                operators.put(module, SPECS.read(module).operators());
            }
            assertThat(operators.get(module)).contains(annotations.group(2));
            found++;
        }
        assertThat(found).isGreaterThanOrEqualTo(9);
    }

    @Test
    void tracesNameTheActionsOfTheSpec() throws IOException {
        Set<String> expected = new TreeSet<>(SPECS.correctActions());
        expected.addAll(ONLY_IN_TRACES);

        assertThat(Stream.of(Action.values()).map(Action::spelling))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(SPECS.read("SimplexTrace").operators())
                .containsAll(expected.stream().map(a -> "Is" + a).toList());
    }

    @Test
    void everyPropertyHasACheckerOrAReason() throws IOException {
        Set<String> properties = new TreeSet<>(SPECS.read("Simplex").properties());
        properties.addAll(SPECS.read("Voting").properties());
        Set<String> checked = checkers();
        Set<String> excepted = exceptions();
        assertThat(properties).hasSizeGreaterThanOrEqualTo(8);
        assertThat(checked).hasSizeGreaterThanOrEqualTo(5);

        Set<String> missing = new TreeSet<>(properties);
        missing.removeAll(checked);

        assertThat(excepted)
                .as("properties without a checker, and what not-checked.md says of them")
                .containsExactlyInAnyOrderElementsOf(missing);
    }

    /** Classes of the simulator that implement Checker. */
    private static Set<String> checkers() throws IOException {
        Set<String> checkers = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SIMULATOR)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                if (CHECKER.matcher(Files.readString(file)).find()) {
                    checkers.add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }
        return checkers;
    }

    /** The names before the colon of each item of the list in not-checked.md. */
    private static Set<String> exceptions() throws IOException {
        String text = Files.readString(NOT_CHECKED);
        int from = text.indexOf("## Properties without a runtime checker");
        assertThat(from).isNotNegative();
        Set<String> names = new LinkedHashSet<>();
        for (String line : text.substring(from).lines().toList()) {
            if (line.startsWith("- ")) {
                Matcher name = EXCEPTION.matcher(line.substring(0, line.indexOf(':') + 1));
                while (name.find()) {
                    names.add(name.group(1));
                }
            }
        }
        return names;
    }

    private static String sources(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file)).append('\n');
            }
        }
        return all.toString();
    }
}
