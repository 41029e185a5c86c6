package org.quittance.report.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.models.ModelResults;
import org.quittance.models.ModelResults.Check;
import org.quittance.models.ModelResults.Kind;
import org.quittance.models.ResultFiles;
import picocli.CommandLine;

class PageCommandTest {

    private static final String CONDITIONS = """
            {"conditions": [
              {"layer": "votes", "goal": "OneVote", "expected": "unsat", "problem": "",
               "z3": {"millis": 20}, "cvc5": {"millis": 30}},
              {"layer": "votes", "goal": "OneVote", "expected": "unsat", "problem": "",
               "z3": {"millis": 40}, "cvc5": {"millis": 10}},
              {"layer": "attack", "goal": "Fork", "expected": "sat", "problem": "",
               "z3": {"millis": 1000}, "cvc5": {"millis": 1000}}]}
            """;

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    @BeforeEach
    void page() throws IOException {
        Files.writeString(folder.resolve("page.md"),
                "# Proofs\n" + ProofPage.BEGIN + ProofPage.END + "the end\n");
    }

    private static Check check(
            String name, String expect, boolean ok, long states, String... properties) {
        return new Check(name, "Spec", "3 of " + name, List.of(properties), expect,
                ok ? expect : "error", states, states, states, 3L, 1.5, 1, ok, "", "log");
    }

    private void results(Kind kind, Check... checks) throws IOException {
        ResultFiles.write(folder, kind.file(), new ModelResults(ModelResults.FORMAT, kind,
                "everyday", "a tool", "2026-01-01T00:00:00Z", 1, true, List.of(checks),
                List.of(), List.of(), List.of()));
    }

    private void everything() throws IOException {
        results(Kind.MODELS,
                check("Small", "holds", true, 10, "Agreement", "Validity"),
                check("Large", "holds", true, 2000, "Agreement"),
                check("Broken", "violates Agreement", true, 5, "Agreement"));
        results(Kind.SYMBOLIC,
                check("TypesOfA", "holds", true, 0), check("TypesOfB", "holds", true, 0),
                check("Inductive", "holds", true, 0, "Inv", "Safety"));
        Files.writeString(folder.resolve("conditions.json"), CONDITIONS);
    }

    private int run(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--models", folder.toString(),
                "--conditions", folder.resolve("conditions.json").toString(),
                "--page", folder.resolve("page.md").toString()));
        arguments.addAll(List.of(more));
        return new CommandLine(new PageCommand())
                .setOut(new PrintWriter(said, true))
                .setExecutionExceptionHandler((e, command, result) -> {
                    command.getOut().println(e.getMessage());
                    return 2;
                })
                .execute(arguments.toArray(String[]::new));
    }

    private String written() throws IOException {
        return Files.readString(folder.resolve("page.md"));
    }

    @Test
    void theTableIsWhatTheRunsGave() throws IOException {
        everything();
        assertThat(run("--write")).isZero();
        assertThat(written()).isEqualTo("# Proofs\n" + ProofPage.BEGIN + """

                | rung | property | bounds | result | s | command |
                |--:|---|---|---|--:|---|
                | 1 | `Agreement` | Large: 3 of Large, 2000 states; and 1 more | holds, violated in \
                1 as it must be | 4.5 | `make specs` |
                | 1 | `Validity` | Small: 3 of Small, 10 states | holds | 1.5 \
                | `make specs MODEL=Small` |
                | 2 | `Inv`, `Safety` | Inductive: 3 of Inductive | holds | 1.5 | `make symbolic` |
                | 2 | `types` | all 2 modules | holds | 3.0 | `make symbolic` |
                | 3 | `OneVote` | any number; votes, 2 conditions | holds | 0.1 | `make proofs` |
                | 3 | `Fork` | any number; attack, 1 condition | possible, as it must be | 2.0 \
                | `make proofs` |

                """ + ProofPage.END + "the end\n");
        assertThat(run()).isZero();
        assertThat(said.toString()).contains("page: 6 rows as the results have them");
    }

    @Test
    void otherTimesMakeNoDifferenceButOtherResultsDo() throws IOException {
        everything();
        run("--write");
        String before = written();
        Files.writeString(folder.resolve("page.md"), before.replace("| 4.5 |", "| 99 |"));
        assertThat(run()).isZero();
        Files.writeString(folder.resolve("page.md"), before.replace("2000 states", "2001 states"));
        assertThat(run()).isEqualTo(1);
        assertThat(said.toString())
                .contains("the page has   | 1 | `Agreement`")
                .contains("the run gives  | 1 | `Agreement`")
                .contains("is not what the results say");
    }

    @Test
    void whatFailedIsNeverSaidToHold() throws IOException {
        everything();
        results(Kind.MODELS, check("Small", "holds", false, 10, "Agreement"));
        Files.writeString(folder.resolve("conditions.json"),
                CONDITIONS.replaceFirst("\"problem\": \"\"", "\"problem\": \"sat\""));
        run("--write");
        assertThat(written().lines().filter(line -> line.contains("FAILED"))).hasSize(2);
    }

    @Test
    void whatWasNotRunStaysAsItIsAndIsNamed() throws IOException {
        everything();
        run("--write");
        Files.delete(folder.resolve(Kind.SYMBOLIC.file()));
        Files.delete(folder.resolve("conditions.json"));
        String before = written();
        assertThat(run("--write")).isZero();
        assertThat(written()).isEqualTo(before);
        assertThat(said.toString())
                .contains("not run, so not compared: rung 2, make symbolic")
                .contains("not run, so not compared: rung 3, make proofs");
        Files.delete(folder.resolve(Kind.MODELS.file()));
        assertThat(run()).isEqualTo(3);
    }

    @Test
    void damagedInputIsNamed() throws IOException {
        everything();
        Files.writeString(folder.resolve("page.md"), "no marks");
        assertThat(run()).isEqualTo(2);
        assertThat(said.toString()).contains("page.md lacks the lines between which");
        page();
        Files.writeString(folder.resolve("conditions.json"), "{");
        assertThat(run()).isEqualTo(2);
        assertThat(said.toString()).contains("conditions.json is damaged");
    }
}
