package org.quittance.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command line: what is missing is named, and a comparison has an outcome. */
class MainTest {

    private static final Path TRACE = Path.of("src/test/resources/traces/accepted/crash.ndjson");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir private Path folder;

    /** Stand-ins: they are looked for, and not run by these tests. */
    @BeforeEach
    void makeStandIns() throws IOException {
        for (String path : List.of(
                "raft/tla/Traceetcdraft.tla", "CCF/tla/consensus/Traceccfraft.tla",
                "TwoPhase/spec/TwoPhaseTrace.tla", "KeyValueStore/spec/KeyValueStoreTrace.tla",
                "CommunityModules-deps.jar")) {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.createFile(folder.resolve(path));
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("X-Git-Tag", "stand-in");
        new JarOutputStream(
                Files.newOutputStream(folder.resolve("tla2tools.jar")), manifest).close();
    }

    private int peers(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private int ours(String command) {
        return peers(folder.toString(), "--trace", TRACE.toString(), "--only", "recorded",
                "--lengths", "150,250", "--mutants", "150", "--ours", command,
                "--out", folder.resolve("peers.json").toString());
    }

    @Test
    void withoutAFolderNothingIsRun() {
        assertThat(peers("--trace", TRACE.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("not run: say where").hasLineCount(1);
    }

    @Test
    void whatIsMissingIsNamedWithItsSource() throws IOException {
        Files.delete(folder.resolve("CCF/tla/consensus/Traceccfraft.tla"));
        assertThat(ours("true")).isEqualTo(3);
        assertThat(err.toString()).hasLineCount(1).contains(
                "not run: ", "Traceccfraft.tla is missing", "https://github.com/microsoft/CCF");
        assertThat(folder.resolve("peers.json")).doesNotExist();
    }

    @Test
    void acceptedRunsAndUnnoticedMutantsStandInTables() throws IOException {
        assertThat(ours("true {trace} {scratch}")).isZero();
        assertThat(out.toString()).contains("| trace spec | 150 | 250 |",
                "| Quittance, recorded run | 0 of 28 |", "tlc=stand-in");
        assertThat(Files.readString(folder.resolve("peers.json")))
                .contains("\"events\" : 250", "\"verdict\" : \"accepted\"", "\"mutant\" : \"");
    }

    @Test
    void legalTraceThatIsRejectedIsAFailure() {
        assertThat(ours("false")).isEqualTo(1);
        assertThat(out.toString()).contains("| Quittance, recorded run | rejected | rejected |",
                "28 of 28");
    }

    @Test
    void wrongUseIsToldInOneLine() {
        for (List<String> wrong : List.of(
                List.of("--trace", "nowhere.ndjson"),
                List.of("--trace", TRACE.toString(), "--lengths", "500,250"),
                List.of("--trace", TRACE.toString(), "--lengths", "10"),
                List.of("--trace", TRACE.toString(), "--mutants", "1"),
                List.of("--trace", TRACE.toString(), "--limit", "0"),
                List.of("--trace", TRACE.toString(), "--only", "("))) {
            err.getBuffer().setLength(0);
            String[] arguments = new String[wrong.size() + 1];
            arguments[0] = folder.toString();
            for (int i = 0; i < wrong.size(); i++) {
                arguments[i + 1] = wrong.get(i);
            }
            assertThat(peers(arguments)).as(wrong.toString()).isEqualTo(2);
            assertThat(err.toString()).hasLineCount(1).startsWith("peers: --");
        }
    }

    @Test
    void commandThatIsNotThereIsToldInOneLine() {
        assertThat(ours("no-such-command")).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("no-such-command");
    }

    @Test
    void ourTraceIsCutWithAnEndMarkerThatFits() throws IOException {
        Ours ours = new Ours("ours", "", List.of(), TRACE, true);
        List<String> lines = ours.trace(150);
        assertThat(lines).hasSize(152);
        assertThat(lines.subList(0, 151))
                .isEqualTo(Files.readAllLines(TRACE).subList(0, 151));
        assertThat(lines.getLast()).contains("\"end\":true", "\"events\":150", "\"last\":{");
        assertThat(ours.trace(300)).hasSize(302);
        assertThat(ours.broken(lines)).hasSize(152).element(151).isEqualTo(lines.getLast());
        List<String> shorter = new ArrayList<>(lines);
        shorter.remove(20);
        List<String> mended = ours.broken(shorter);
        assertThat(mended).hasSize(151).element(150).asString().contains("\"events\":149");
        assertThat(Lines.read(mended.get(150)).path("last").path("2").longValue())
                .isNotEqualTo(Lines.read(lines.getLast()).path("last").path("2").longValue());
        assertThat(ours.trace(301)).isEmpty();
    }
}
