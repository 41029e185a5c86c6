package org.quittance.trace.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.trace.Traces;
import org.quittance.trace.format.Action;
import org.quittance.trace.specs.SettlementFormat;
import org.quittance.trace.specs.SimplexFormat;
import org.quittance.trace.specs.SystemFormat;
import org.quittance.trace.format.TraceSpec;

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

    /** How the code has a spec. */
    private record Code(
            TraceSpec spec,
            // The modules that annotations name for its actions.
            List<String> modules,
            // The modules that announce its properties.
            List<String> propertyModules,
            // Actions of Next without a method in the core, and why.
            Map<String, String> unmapped,
            // At least so many there are, or else this test reads nothing.
            int actions,
            int properties) {

        @Override
        public String toString() {
            return spec.name();
        }
    }

    private static final Code SIMPLEX =
            new Code(
                    SimplexFormat.SPEC,
                    List.of("Simplex"),
                    List.of("Simplex", "Voting"),
                    Map.of(
                            "Crash", "a crash happens to the core: whoever runs it drops its state",
                            "ByzantineSend", "no part of the core is Byzantine"),
                    11,
                    8);

    private static final Code SETTLEMENT =
            new Code(
                    SettlementFormat.SPEC,
                    modules("settlement"),
                    List.of("Settlement"),
                    Map.of(),
                    30,
                    16);

    private static final Code SYSTEM =
            new Code(
                    SystemFormat.SPEC,
                    List.of("System"),
                    List.of("System"),
                    Map.of(
                            "Crash", "a crash happens to the core: whoever runs it drops its state",
                            "Order", "the chain grows by consensus, whose core commits blocks",
                            "ByzantineAttest", "no part of the core is Byzantine"),
                    10,
                    5);

    /** Methods that can't have the name of their action, and why. */
    private static final Map<String, String> RENAMED =
            Map.of(
                    // Every object has a finalize() of its own in Java.
                    "Finalize", "finalizeBlock",
                    // It does not answer, but refuses and says why.
                    "CanRestart", "checkCanRestart",
                    // It is asked of a block to vote for, which is then ordered by consensus.
                    "CanOrder", "canExtend");

    private static final Pattern ANNOTATION =
            Pattern.compile("@Spec\\(\\s*\"(\\w+)!(\\w+)\"\\s*\\)");
    private static final Pattern METHOD_BELOW =
            Pattern.compile("@Spec\\(\\s*\"(\\w+)!(\\w+)\"\\s*\\)[^;{]*?\\b(\\w+)\\(");
    private static final Pattern CHECKER = Pattern.compile("\\bimplements\\s[^{]*\\bChecker\\b");
    private static final Pattern EXCEPTION = Pattern.compile("`(\\w+)`(?=[^:]*:)");

    /** Properties of the clearinghouse have numbers, wherever they stand; parts of one share it. */
    private static final Pattern NUMBERED = Pattern.compile("(S\\d+)_\\w+");

    static Stream<Code> specs() {
        return Stream.of(SIMPLEX, SETTLEMENT, SYSTEM);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void everyActionHasAMethod(Code code) throws IOException {
        Set<String> actions = new TreeSet<>(SPECS.read(code.spec().name()).actions());
        Set<String> annotated = annotated(code);
        assertThat(actions).hasSizeGreaterThanOrEqualTo(code.actions());
        assertThat(actions).containsAll(code.unmapped().keySet());
        assertThat(code.unmapped().keySet()).noneMatch(annotated::contains);

        actions.removeAll(code.unmapped().keySet());

        assertThat(annotated)
                .as("annotations in the core")
                .containsAll(actions.stream().map(code.spec().next()::told).toList());
    }

    /** Those for actions, their guards, and for the reasons to refuse them. */
    @ParameterizedTest
    @MethodSource("specs")
    void methodsAreNamedLikeTheirActions(Code code) throws IOException {
        Set<String> actions =
                code.spec().actions().stream().map(Action::spelling).collect(Collectors.toSet());
        Matcher methods = METHOD_BELOW.matcher(sources(CORE));
        int found = 0;
        while (methods.find()) {
            String name = methods.group(2);
            String action = name.replaceFirst("^Can|Refusal$", "");
            if (code.modules().contains(methods.group(1)) && actions.contains(action)) {
                assertThat(methods.group(3))
                        .isEqualToIgnoringCase(RENAMED.getOrDefault(name, name));
                found++;
            }
        }
        assertThat(found).isGreaterThanOrEqualTo(code.actions() - code.unmapped().size());
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
            assertThat(operators.get(module)).as(module).contains(annotations.group(2));
            found++;
        }
        assertThat(found).isGreaterThanOrEqualTo(9);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void tracesNameTheActionsOfTheSpec(Code code) throws IOException {
        Set<String> expected = new TreeSet<>(SPECS.actions(code.spec()));
        expected.addAll(code.spec().next().added());

        assertThat(code.spec().actions().stream().map(Action::spelling))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(SPECS.read(code.spec().root()).operators())
                .containsAll(expected.stream().map(a -> "Is" + a).toList());
    }

    @Test
    void everyPropertyHasACheckerOrAReason() throws IOException {
        Set<String> properties = new TreeSet<>();
        for (Code code : specs().toList()) {
            Set<String> ofSpec = properties(code);
            assertThat(ofSpec).hasSizeGreaterThanOrEqualTo(code.properties());
            properties.addAll(ofSpec);
        }
        Set<String> checked = checkers();
        assertThat(checked).hasSizeGreaterThanOrEqualTo(5);

        Set<String> missing = new TreeSet<>(properties);
        missing.removeIf(property -> isChecked(property, checked));

        assertThat(exceptions())
                .as("properties without a checker, and what not-checked.md says of them")
                .containsExactlyInAnyOrderElementsOf(missing);
    }

    /** What the modules announce, and of a spec with numbered properties all that have one. */
    private static Set<String> properties(Code code) throws IOException {
        Set<String> properties = new TreeSet<>();
        for (String module : code.propertyModules()) {
            properties.addAll(SPECS.read(module).properties());
        }
        SPECS.read(code.spec().name()).operators().stream()
                .filter(operator -> NUMBERED.matcher(operator).matches())
                .forEach(properties::add);
        return properties;
    }

    /** Is there a checker of its name, or of its number? */
    private static boolean isChecked(String property, Set<String> checkers) {
        Matcher numbered = NUMBERED.matcher(property);
        return numbered.matches()
                ? checkers.stream().anyMatch(c -> c.matches(numbered.group(1) + "[A-Z]\\w*"))
                : checkers.contains(property);
    }

    private static Set<String> annotated(Code code) throws IOException {
        Set<String> annotated = new TreeSet<>();
        Matcher annotations = ANNOTATION.matcher(sources(CORE));
        while (annotations.find()) {
            if (code.modules().contains(annotations.group(1))) {
                annotated.add(annotations.group(2));
            }
        }
        return annotated;
    }

    /** The modules of a folder of specs. */
    private static List<String> modules(String folder) {
        try (Stream<Path> files = Files.list(Traces.SPECS.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".tla"))
                    .map(name -> name.replace(".tla", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
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
