package org.quittance.proofs.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.proofs.Tiny;
import org.quittance.proofs.library.LibraryReader;
import org.quittance.proofs.text.TextException;
import org.quittance.trace.spec.Specs;

/** The actions of the specs and those of the proof are the same, or it is said why not. */
class CorrespondenceTest {

    private static final Path SPECS = Path.of("../../specs");
    private static final List<String> SIMPLEX =
            List.of("Init", "Next", "IsEvidence", "IsThird", "BlocksAreATree");
    private static final List<String> SYSTEM = List.of("Init", "Next", "AttestedTwo");

    @TempDir
    private Path folder;

    private static List<String> problems(Path specs, Path lib) throws IOException {
        Set<Part> spec = SpecParts.of(new Specs(specs), "Simplex", SIMPLEX);
        Set<Part> proof = ProofParts.of(LibraryReader.read(lib.resolve("simplex.smt")));
        return Correspondence.read(Tiny.FOLDER.resolve("correspondence-simplex.tsv"))
                .problems(spec, proof);
    }

    @Test
    void simplexIsWhatTheTableSays() throws IOException {
        assertThat(problems(SPECS, Tiny.FOLDER.resolve("lib"))).isEmpty();
        assertThat(SpecParts.of(new Specs(SPECS), "Simplex", SIMPLEX))
                .contains(new Part("Simplex!CanNotarize(i, b)", "b.valid"))
                .hasSizeGreaterThan(140);
    }

    @Test
    void systemIsWhatTheTableSays() throws IOException {
        Set<Part> spec = SpecParts.of(new Specs(SPECS), "System", SYSTEM);
        Set<Part> proof =
                ProofParts.of(LibraryReader.read(Tiny.FOLDER.resolve("lib/system.smt")));
        assertThat(Correspondence.read(Tiny.FOLDER.resolve("correspondence-system.tsv"))
                .problems(spec, proof)).isEmpty();
    }

    private static Stream<Arguments> changesOfTheSpec() {
        return Stream.of(
                arguments("    /\\ b.view > 0\n", "",
                        "has what is not in the specs: Simplex!CanFinalize(i, b): b.view > 0"),
                arguments("/\\ v = view[i]\n", "/\\ v = view[i]\n    /\\ v > 1\n",
                        "lacks a part of the specs: Simplex!CanNullify(i, v): v > 1"),
                arguments("m.view = v /\\ m.kind = kind", "m.view >= v /\\ m.kind = kind",
                        "lacks a part of the specs: Simplex!HasSigned(i, v, kind): "),
                arguments("\\/ \\E i \\in Honest: Crash(i)\n",
                        "\\/ \\E i \\in Honest: Crash(i)\n    \\/ \\E i \\in up: Crash(i)\n",
                        "lacks a part of the specs: Simplex!Next: \\E i \\in up: Crash(i)"));
    }

    @ParameterizedTest
    @MethodSource("changesOfTheSpec")
    void aSpecThatChangesAlone(String from, String to, String problem) throws IOException {
        copy(SPECS, folder);
        change(folder.resolve("consensus/Simplex.tla"), from, to);
        assertThat(problems(folder, Tiny.FOLDER.resolve("lib")))
                .anyMatch(line -> line.contains(problem));
    }

    private static Stream<Arguments> changesOfTheProof() {
        return Stream.of(
                arguments("(guard positive (not (= v zero)))", "",
                        "has what is not in the proof: Finalize.positive: (not (= v zero))"),
                arguments("(guard current (view i v))", "(guard current (not (view i v)))",
                        "lacks a part of the proof: Propose.current: (not (view i v))"),
                arguments("(guard pending (pending i x))",
                        "(guard pending (pending i x)) (guard more (up i))",
                        "lacks a part of the proof: Persist.more: (up i)"),
                arguments("(or (pending n x) (durable n x)))", "(durable n x))",
                        "lacks a part of the proof: define Signed: "));
    }

    @ParameterizedTest
    @MethodSource("changesOfTheProof")
    void aProofThatChangesAlone(String from, String to, String problem) throws IOException {
        copy(Tiny.FOLDER.resolve("lib"), folder);
        change(folder.resolve("simplex.smt"), from, to);
        assertThat(problems(SPECS, folder)).anyMatch(line -> line.contains(problem));
    }

    @Test
    void aTableWithoutReasons() throws IOException {
        Path table = folder.resolve("t.tsv");
        Files.writeString(table, "titles\nA!B\tx\t\t\tweaker\t\n");
        assertThatThrownBy(() -> Correspondence.read(table))
                .isInstanceOf(TextException.class).hasMessage("t.tsv:2: there is no reason");
        Files.writeString(table, "titles\nA!B\tx\t\t\tfine\twell\n");
        assertThatThrownBy(() -> Correspondence.read(table))
                .isInstanceOf(TextException.class).hasMessageStartingWith("t.tsv:2: a line has 6");
    }

    private static void change(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
