package org.quittance.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.models.Manifest.Tier;
import org.quittance.models.ModelResults.Check;

/** Runs TLC for real, on specs of a few states. */
class ModelRunnerTest {

    private static final String EVERYDAY = "\"tier\": \"everyday\"";

    @TempDir private Path folder;
    private TinySpecs specs;

    @BeforeEach
    void specs() {
        specs = TinySpecs.in(folder.resolve("specs"));
    }

    private static Check check(ModelResults results, String name) {
        return results.checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tierThatEndsAsRegisteredIsOk() throws Exception {
        specs.goodModel()
                .model("MCLow", "INVARIANTS Bound Low", TinySpecs.violates("Low"), EVERYDAY)
                .model("MCRefined", "", TinySpecs.violates("Refined"), EVERYDAY)
                .file(
                        "toy/models/MCRefined.cfg",
                        "CONSTANT Max = 5\nINIT TwoDown\nNEXT Next\nPROPERTY Refined\n")
                .file(
                        "toy/models/MCTiny.tla",
                        TinySpecs.module("MCTiny", "EXTENDS Tiny\nTwoDown == x = 2"));
        ModelResults results = specs.runner().models(Tier.EVERYDAY);

        assertThat(results.problems()).isEmpty();
        assertThat(results.checks()).allMatch(Check::ok).hasSize(3);
        assertThat(results.ok()).isTrue();
        Check good = check(results, "MCTiny");
        assertThat(good.result()).isEqualTo("holds");
        assertThat(good.distinct()).isEqualTo(6);
        assertThat(good.properties()).containsExactly("Bound");
        assertThat(check(results, "MCLow").result()).isEqualTo("violates Low");
        assertThat(results.coverage()).allMatch(ModelResults.Coverage::covered);
        assertThat(results.coverage())
                .anyMatch(c -> c.action() && c.place().equals("Reset") && c.states() > 0)
                .anyMatch(c -> c.place().equals("Up: x' = x + 1"));
        assertThat(ResultFiles.read(folder.resolve("out/models.json"))).isEqualTo(results);
        assertThat(folder.resolve("out/log/MCLow.txt")).content().contains("Low is violated");
    }

    @Test
    void otherNumberOfStatesFails() throws Exception {
        specs.model(
                "MCTiny", "INVARIANT Bound", TinySpecs.HOLDS, EVERYDAY + ", \"distinct\": 7");
        ModelResults results = specs.runner().model("MCTiny");
        assertThat(results.ok()).isFalse();
        assertThat(results.checks().get(0).reason())
                .isEqualTo("6 distinct states, registered are 7");
        assertThat(specs.console()).contains("FAIL").contains("6 (not 7)");
    }

    @Test
    void otherResultFails() throws Exception {
        specs.model("MCLow", "INVARIANT Low", TinySpecs.HOLDS, EVERYDAY + ", \"distinct\": 6");
        ModelResults results = specs.runner().model("MCLow");
        assertThat(results.ok()).isFalse();
        assertThat(results.checks().get(0).reason()).isEqualTo("violates Low, and must hold");
    }

    @Test
    void gapsInCoverageFail() throws Exception {
        specs.model(
                "MCTiny",
                "CONSTRAINT Low",
                TinySpecs.HOLDS,
                EVERYDAY + ", \"distinct\": 3");
        ModelResults results = specs.runner().models(Tier.EVERYDAY);
        assertThat(results.checks()).allMatch(Check::ok);
        assertThat(results.ok()).isFalse();
        assertThat(results.problems())
                .containsExactly("Tiny: no model takes the action \"Reset\"");
    }

    /** A spec that others extend has no Next of its own: its models compose its actions. */
    @Test
    void coverageOfAPartThatItsModelsCompose() throws Exception {
        String part = TinySpecs.TINY.replace("Next == Up \\/ Reset\n", "")
                .replace("/\\ x' = x + 1", "/\\ LET d == 1 IN x' = x + d")
                .replaceFirst("Refined ==[^\n]*\n", "");
        specs.file("toy/Tiny.tla", part)
                .file(
                        "toy/models/MCTiny.tla",
                        TinySpecs.module(
                                "MCTiny",
                                "EXTENDS Tiny\nVARIABLE y\nBegin == Init /\\ y = 0\n"
                                        + "Either == (Up \\/ Reset) /\\ y' = 1\n"
                                        + "Next == \\E k \\in {1}: Either"))
                .model(
                        "MCTiny",
                        "INVARIANT Bound",
                        TinySpecs.HOLDS,
                        EVERYDAY + ", \"distinct\": 7")
                .file(
                        "toy/models/MCTiny.cfg",
                        "CONSTANT Max = 5\nINIT Begin\nNEXT Next\nINVARIANT Bound\n"
                                + "CHECK_DEADLOCK FALSE\n");
        ModelResults results = specs.runner().models(Tier.EVERYDAY);
        assertThat(results.problems()).isEmpty();
        assertThat(results.coverage())
                .extracting(ModelResults.Coverage::place)
                .contains("Up", "Reset", "Up: CanUp")
                .doesNotContain("Either");
        assertThat(results.coverage().stream().filter(ModelResults.Coverage::action))
                .allMatch(row -> row.states() > 0);
    }

    @Test
    void gapWithinAnActionFailsUnlessThereIsAReason() throws Exception {
        specs.goodModel()
                .uncovered("Up: x = 90")
                .uncovered("Reset")
                .uncovered("Nothing")
                .file(
                        "toy/Tiny.tla",
                        TinySpecs.TINY.replace(
                                "CanUp /\\ x' = x + 1",
                                "CanUp /\\ (x > 80 => x = 90 \\/ x = 91) /\\ x' = x + 1"));
        ModelResults results = specs.runner().models(Tier.EVERYDAY);
        assertThat(results.problems())
                .containsExactly(
                        "Tiny: no model gets to \"Up: x = 91\"",
                        "Tiny: \"uncovered\" names \"Reset\", which is covered: remove the entry",
                        "Tiny: \"uncovered\" names \"Nothing\", which the spec does not have:"
                                + " correct or remove the entry");
        assertThat(specs.console()).contains("not reached: Tiny: Up: x = 90: a test");
    }

    @Test
    void mutantsMustDieOfTheirProperty() throws Exception {
        specs.mutant("Dies", "Up")
                .mutant("Survives", "(x < 2 /\\ x' = x + 1) \\/ (x = 2 /\\ x' = 0)")
                .mutant("DiesOfAnother", "x < 2 /\\ x' = 9")
                .mutant("Breaks", "x' = \"a\" + 1");
        ModelResults results = specs.runner().mutants();
        assertThat(results.ok()).isFalse();
        assertThat(check(results, "Dies").ok()).isTrue();
        assertThat(check(results, "Survives").reason())
                .isEqualTo("survives: it must violate Low, and nothing is");
        assertThat(check(results, "DiesOfAnother").reason())
                .isEqualTo("violates Bound instead of Low");
        assertThat(check(results, "Breaks").result()).isEqualTo("error");
        assertThat(check(results, "Breaks").reason()).startsWith("TLC: ");
    }

    @Test
    void specThatDoesNotParseFails() throws Exception {
        specs.goodModel().file("toy/Tiny.tla", TinySpecs.TINY.replace("x < Max", "x <"));
        ModelResults results = specs.runner().models(Tier.EVERYDAY);
        assertThat(results.ok()).isFalse();
        assertThat(results.checks().get(0).reason()).startsWith("does not parse: ");
        assertThat(results.problems())
                .containsExactly(
                        "coverage is not judged, since a model that is measured gave no result");
    }

    @Test
    void unregisteredModelFailsTheTier() throws Exception {
        specs.goodModel().file("toy/models/MCOther.cfg", "INIT Init\n");
        ModelResults results = specs.runner().models(Tier.EVERYDAY);
        assertThat(results.checks()).allMatch(Check::ok);
        assertThat(results.ok()).isFalse();
        assertThat(results.problems().get(0)).startsWith("toy/models/MCOther.cfg");
    }

    @Test
    void nothingToRunIsAnError() {
        assertThatThrownBy(() -> specs.runner().models(Tier.EVERYDAY))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no model of the tier everyday");
        assertThatThrownBy(() -> specs.runner().mutants()).isInstanceOf(InputException.class);
        specs.goodModel();
        assertThatThrownBy(() -> specs.runner().model("Nobody"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no model Nobody; it has MCTiny");
    }
}
