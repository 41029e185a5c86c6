package org.quittance.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.models.Manifest.Tier;

/** Scripts stand for Apalache: what counts is what the runner makes of their answers. */
class SymbolicRunnerTest {

    private static final String TYPES =
            """
            {"name": "types", "module": "toy/Tiny.tla", "kind": "typecheck", "tier": "everyday",
             "seconds": 1}
            """;
    private static final String BOUNDED =
            """
            {"name": "bounded", "module": "toy/Tiny.tla", "kind": "bounded", "inv": "Low",
             "length": 4, "bounds": "four steps", "tier": "everyday", "seconds": 1,
             "expect": {"result": "violates", "property": "Low"}}
            """;
    private static final String INDUCTIVE =
            """
            {"name": "inductive", "module": "toy/Tiny.tla", "kind": "inductive", "inv": "Ind",
             "implies": ["Bound"], "bounds": "any", "tier": "nightly", "seconds": 1,
             "expect": {"result": "holds"}}
            """;

    private static final String TYPES_OK =
            "if [ \"$1\" = typecheck ]; then echo 'Type checker [OK] I@10:00:00.000'; exit; fi\n";
    private static final String NO_ERROR = "\necho 'The outcome is: NoError   I@10:00:00.000'\n";

    @TempDir private Path folder;
    private TinySpecs specs;
    private String answer = "0.62.0";

    @BeforeEach
    void specs() {
        specs = TinySpecs.in(folder.resolve("specs")).goodModel().symbolic(TYPES);
    }

    /** A script in the place of apalache-mc; "version" is answered for it. */
    private ApalacheFinder apalache(String script) throws IOException {
        Path home = folder.resolve("apalache");
        Path command = home.resolve("bin").resolve("apalache-mc");
        Files.createDirectories(command.getParent());
        String version = "if [ \"$1\" = version ]; then echo " + answer + "; exit 0; fi\n";
        Files.writeString(command, "#!/bin/sh\n" + version + script + "\n");
        assertThat(command.toFile().setExecutable(true)).isTrue();
        return finder(Map.of("APALACHE_HOME", home.toString()));
    }

    /** A finder that can't fetch anything. */
    private ApalacheFinder finder(Map<String, String> environment) {
        URI nowhere = URI.create("http://127.0.0.1:1/apalache.tgz");
        Path cache = folder.resolve("cache");
        return new ApalacheFinder(environment, new ApalacheRelease("0.0", nowhere, "", cache));
    }

    private ModelResults run(Tier tier, ApalacheFinder finder) throws Exception {
        return new SymbolicRunner(specs.settings(), finder).run(tier);
    }

    @Test
    void withoutApalacheNothingIsRunAndNothingIsOk() throws Exception {
        ModelResults results = run(Tier.EVERYDAY, finder(Map.of("PATH", folder.toString())));
        assertThat(results.checks()).isEmpty();
        assertThat(results.notRun()).hasSize(1);
        assertThat(results.notRun().get(0).reason())
                .startsWith("there is no Apalache: it is not on the PATH")
                .contains("127.0.0.1", "install Apalache, or set APALACHE_HOME");
        assertThat(results.tool()).isEqualTo("none");
        assertThat(specs.console()).contains("NOT RUN: types: there is no Apalache");
        assertThat(ResultFiles.read(folder.resolve("out/symbolic.json"))).isEqualTo(results);
    }

    @Test
    void errorOfApalacheIsAFailureAndNotAMissingTool() throws Exception {
        ModelResults results = run(Tier.EVERYDAY, apalache("echo 'Error: no Z3 here'; exit 99"));
        assertThat(results.ok()).isFalse();
        assertThat(results.notRun()).isEmpty();
        assertThat(results.checks().get(0).reason())
                .isEqualTo("Apalache ended with exit code 99: Error: no Z3 here");
        assertThat(results.tool()).isEqualTo("Apalache 0.62.0");
    }

    @Test
    void typeErrorIsAFailureWithItsPlace() throws Exception {
        String error = "[Tiny.tla:7:9-7:15]: No match between Int and Str E@10:00:00.000";
        ModelResults results = run(Tier.EVERYDAY, apalache("echo '" + error + "'; exit 120"));
        assertThat(results.checks().get(0).reason())
                .isEqualTo(
                        "Apalache ended with exit code 120: [Tiny.tla:7:9-7:15]: No match between"
                                + " Int and Str");
    }

    @Test
    void counterexampleViolatesTheInvariant() throws Exception {
        specs.symbolic(BOUNDED);
        String script =
                TYPES_OK + """
                echo "State 3: state invariant 1 violated.    I@10:00:00.000"
                exit 12
                """;
        ModelResults results = run(Tier.EVERYDAY, apalache(script));
        assertThat(results.checks().get(1).result()).isEqualTo("violates Low");
        assertThat(results.ok()).isTrue();
    }

    @Test
    void exitCodeOfACounterexampleWithoutOneIsNoAnswer() throws Exception {
        specs.symbolic(BOUNDED);
        String script = TYPES_OK + "exit 12";
        ModelResults results = run(Tier.EVERYDAY, apalache(script));
        assertThat(results.checks().get(1).result()).isEqualTo("error");
    }

    @Test
    void inductiveCheckHasThreePartsAndSaysWhichFailed() throws Exception {
        specs.symbolic(INDUCTIVE);
        String script =
                TYPES_OK + """
                echo "called with $*"
                case "$*" in *--init=Ind*--length=1*) echo "Error: step"; exit 75;; esac
                """ + NO_ERROR;
        ModelResults results = run(Tier.NIGHTLY, apalache(script));
        assertThat(results.checks().get(1).reason())
                .isEqualTo("step: Apalache ended with exit code 75: Error: step");
        assertThat(folder.resolve("out/log/inductive.txt"))
                .content()
                .contains("--init=Init --next=Next --inv=Ind --length=0 Tiny.tla")
                .contains("--init=Ind --next=Next --inv=Ind --length=1 Tiny.tla");
    }

    @Test
    void whatFollowsFromTheInvariantIsCheckedToo() throws Exception {
        specs.symbolic(INDUCTIVE);
        ModelResults results = run(Tier.NIGHTLY, apalache(
                TYPES_OK + "echo \"called with $*\"" + NO_ERROR));
        assertThat(results.ok()).isTrue();
        assertThat(folder.resolve("out/log/inductive.txt"))
                .content()
                .contains("--init=Ind --next=Next --inv=Bound --length=0 Tiny.tla");
    }

    @Test
    void anyStateOfTheInvariantIsGivenByAnotherOperator() throws Exception {
        specs.symbolic(INDUCTIVE.replace("\"implies\"", "\"from\": \"Any\", \"implies\""));
        run(Tier.NIGHTLY, apalache(TYPES_OK + "echo \"called with $*\"" + NO_ERROR));
        assertThat(folder.resolve("out/log/inductive.txt"))
                .content()
                .contains(
                        "--init=Init --next=Next --inv=Ind --length=0 Tiny.tla",
                        "--init=Any --next=Next --inv=Ind --length=1 Tiny.tla",
                        "--init=Any --next=Next --inv=Bound --length=0 Tiny.tla");
    }

    @Test
    void specWithoutATypeCheckIsAProblem() throws Exception {
        specs.file("toy/Other.tla", TinySpecs.module("Other", ""));
        ModelResults results = run(Tier.EVERYDAY, apalache(TYPES_OK));
        assertThat(results.ok()).isFalse();
        assertThat(results.problems().get(0)).startsWith("toy/Other.tla has no type check");
    }

    @Test
    void programThatSaysNothingIsNoApalache() throws Exception {
        specs.symbolic(BOUNDED);
        ModelResults results = run(Tier.EVERYDAY, apalache("exit 0"));
        assertThat(results.ok()).isFalse();
        assertThat(results.checks()).extracting(ModelResults.Check::result).containsOnly("error");
        assertThat(results.checks().get(0).reason()).contains("without the words", "Type checker");
        assertThat(results.checks().get(1).reason()).contains("The outcome is: NoError");
    }

    @Test
    void verdictBesideACounterexampleIsNoAnswer() throws Exception {
        specs.symbolic(BOUNDED.replace("violates", "holds").replace(", \"property\": \"Low\"", ""));
        ModelResults results = run(Tier.EVERYDAY, apalache(
                TYPES_OK + "echo 'State 3: state invariant 1 violated.'" + NO_ERROR));
        assertThat(results.checks().get(1).result()).isEqualTo("error");
    }

    @Test
    void implausibleVersionIsAProblem() throws Exception {
        answer = "hello";
        ModelResults results = run(Tier.EVERYDAY, apalache(TYPES_OK));
        assertThat(results.checks().get(0).ok()).isTrue();
        assertThat(results.ok()).isFalse();
        assertThat(results.problems().get(0)).contains("does not tell its version");
    }

    @Test
    void wrongHomeOfApalacheIsAnError() {
        ApalacheFinder wrong = finder(Map.of("APALACHE_HOME", folder.toString()));
        assertThatThrownBy(() -> run(Tier.EVERYDAY, wrong))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("APALACHE_HOME is " + folder);
    }
}
