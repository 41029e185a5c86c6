package org.quittance.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as people run it, in a process of its own. */
class MainTest {

    @TempDir
    private Path folder;

    private record Outcome(int status, String out) {}

    private Outcome run(String classPath, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions", "--enable-native-access=ALL-UNNAMED",
                "-cp", classPath, "org.quittance.proofs.Main"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(
                process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), out);
    }

    private Path tiny(String text, String notNeeded) throws IOException {
        Files.writeString(folder.resolve("01-tiny.smt"), text);
        Files.writeString(folder.resolve("not-needed.tsv"), "mutant\treason\n" + notNeeded);
        return folder;
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    @Test
    void printsATableAndWritesResults() throws Exception {
        Path results = folder.resolve("out/results.json");
        Outcome outcome = run(classPath(), "--folder", tiny(Tiny.TEXT,
                "guard Vote.once\tSame.\nguard Count.voted\tUnseen.\n").toString(),
                "--results", results.toString());
        assertThat(outcome.out())
                .containsPattern("layer +action +invariant +expected +z3 +cvc5 +ms")
                .containsPattern("tiny +Vote +OnlyGoodVote +unsat +unsat +unsat +\\d+")
                .containsPattern("3 conditions in \\d+ ms; mutants: 2 killed, 2 not needed; PASS");
        assertThat(outcome.status()).isZero();
        assertThat(Files.readString(results))
                .contains("\"goal\" : \"OnlyGoodVote\"", "\"failures\" : [ ]");
    }

    @Test
    void failsByName() throws Exception {
        Outcome outcome = run(classPath(), "--folder",
                tiny(Tiny.TEXT.replace("(guard good (good i))", ""), "").toString());
        assertThat(outcome.out()).contains("FAILED tiny/Vote/OnlyGoodVote: ", "FAIL: 1");
        assertThat(outcome.status()).isEqualTo(1);
    }

    @Test
    void dumpsEveryCondition() throws Exception {
        Path to = folder.resolve("dump");
        Outcome outcome = run(classPath(), "--folder", tiny(Tiny.TEXT, "").toString(),
                "--dump", to.toString());
        assertThat(outcome.status()).isZero();
        try (Stream<Path> files = Files.list(to)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(
                    "tiny._start_.OnlyGoodVote.smt2", "tiny.Vote.OnlyGoodVote.smt2",
                    "tiny._follows_.NoBadVote.smt2");
        }
    }

    @Test
    void badInputIsOneLineAndStatusTwo() throws Exception {
        Outcome outcome = run(classPath(), "--folder",
                tiny(Tiny.TEXT + "(lemma X true)", "").toString());
        assertThat(outcome.out().lines()).hasSize(1);
        assertThat(outcome.out()).startsWith("01-tiny.smt:").contains("no such command");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(run(classPath(), "--folder", folder.resolve("none").toString()).status())
                .isEqualTo(2);
        assertThat(run(classPath(), "--folder", tiny(Tiny.TEXT, "x\n").toString()).out())
                .isEqualTo("not-needed.tsv:2: a line is a mutant, a tab and a reason\n");
    }

    @Test
    void withoutASolverNothingIsRun() throws Exception {
        String without = Stream.of(classPath().split(File.pathSeparator))
                .filter(part -> !part.contains("linux-x86_64"))
                .collect(Collectors.joining(File.pathSeparator));
        Outcome outcome = run(without, "--folder", tiny(Tiny.TEXT, "").toString());
        assertThat(outcome.out()).contains("not run: cvc5 can't be loaded on ");
        assertThat(outcome.status()).isEqualTo(3);
    }
}
