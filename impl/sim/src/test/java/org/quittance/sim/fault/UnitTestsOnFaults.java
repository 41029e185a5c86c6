package org.quittance.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Which unit test of the core fails because of each fault: of the packages that the fault is in, in
 * a process of its own. Takes minutes, so it isn't among the everyday tests; {@code make faults}
 * runs it, which is part of {@code make nightly}.
 */
class UnitTestsOnFaults {

    private static final Path CORE = Path.of("..", "core");
    private static final Path TESTS = CORE.resolve("target/test-classes");
    private static final Path PACKAGES = Path.of("org/quittance/core");
    private static final Path WRITTEN = Path.of("target", "scores.tsv");
    /** Whoever takes longer has been made to go on for ever. */
    private static final long SECONDS = 180;
    /** Whole clusters of random runs, and random inputs, come last. */
    private static final Pattern SLOW = Pattern.compile(
            ".*(Cluster|Machine|Property|Walk|Transition.*)Test");
    /** They read sources, which no fault changes. */
    private static final Pattern OF_SOURCES = Pattern.compile(".*\\.SpecNamesTest");
    private static final Path NOTHING = Path.of("target", "no-fault");

    @Test
    void testsSayWhatIsOnRecord() throws Exception {
        SortedMap<String, Scores.Score> known = Scores.read();
        SortedMap<String, Scores.Score> found = new TreeMap<>();
        for (Fault fault : Faults.all()) {
            List<String> tests = tests(fault);
            String failed = tests.isEmpty() ? ""
                    : failed(FaultyWorld.classes(fault, FaultyWorld.IMPL), tests);
            Scores.Score score = known.getOrDefault(fault.name(), Scores.NONE);
            found.put(fault.name(),
                    new Scores.Score(score.checker(), failed));
            Files.writeString(WRITTEN, Scores.text(found));
        }
        assertThat(Scores.text(found))
                .as("copy %s to src/test/resources/faults if it is right", WRITTEN)
                .isEqualTo(Scores.text(known));
    }

    /** A unit test that fails anyway would be no evidence. */
    @Test
    void withoutFaultNoneFails() throws Exception {
        SortedSet<String> all = new TreeSet<>();
        for (Fault fault : Faults.all()) {
            all.addAll(tests(fault));
        }
        assertThat(failed(Files.createDirectories(NOTHING), List.copyOf(all))).isEmpty();
    }

    /** The test classes of the packages that are changed, likely ones first. */
    private static List<String> tests(Fault fault) throws IOException {
        SortedSet<String> packages = new TreeSet<>();
        SortedSet<String> changed = new TreeSet<>();
        for (Edit edit : fault.edits()) {
            if (!edit.file().startsWith("sim/")) {
                packages.add(edit.file().substring(0, edit.file().indexOf('/')));
                changed.add(edit.file().substring(edit.file().lastIndexOf('/') + 1));
            }
        }
        List<String> names = new ArrayList<>();
        for (String name : packages) {
            try (Stream<Path> files = Files.walk(TESTS.resolve(PACKAGES).resolve(name))) {
                files.map(file -> TESTS.relativize(file).toString())
                        .filter(file -> file.endsWith("Test.class"))
                        .map(file -> file.replace(".class", "").replace(File.separator, "."))
                        .filter(test -> !OF_SOURCES.matcher(test).matches())
                        .forEach(names::add);
            }
        }
        names.sort(Comparator
                .comparing((String name) -> changed.stream().noneMatch(c -> name.contains(c)))
                .thenComparing(name -> SLOW.matcher(name).matches())
                .thenComparing(Comparator.naturalOrder()));
        return names;
    }

    /** The test class that fails first because of these classes; empty if none does. */
    static String failed(Path faulty, List<String> tests)
            throws IOException, InterruptedException {
        String path = Stream.concat(
                        Stream.of(faulty.toString(), TESTS.toString()),
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)))
                .map(entry -> Path.of(entry).toAbsolutePath().normalize().toString())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", path, CoreTests.class.getName()));
        command.addAll(tests);
        Path said = Files.createTempFile("core-tests", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(CORE.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            return "never ends";
        }
        int status = process.exitValue();
        List<String> lines = Files.readAllLines(said, StandardCharsets.UTF_8);
        Files.delete(said);
        String last = lines.isEmpty() ? "" : lines.getLast();
        if (last.startsWith(CoreTests.FAILED)) {
            return last.substring(last.lastIndexOf('.') + 1);
        }
        assertThat(last).as("status %d: %s", status, lines).startsWith(CoreTests.PASSED);
        return "";
    }
}
