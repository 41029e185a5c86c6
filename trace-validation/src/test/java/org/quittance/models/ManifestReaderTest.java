package org.quittance.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.models.Manifest.Kind;
import org.quittance.models.Manifest.Tier;
import org.quittance.models.Outcome.Violates;

class ManifestReaderTest {

    private static final String MODEL =
            """
            {"models": [{"name": "MCTiny", "spec": "Tiny", "module": "m.tla", "config": "m.cfg",
             "tool": "tlc", "tier": "nightly", "bounds": "few", "mode": "check",
             "expect": {"result": "violates", "property": "Low"}, "distinct": 6, "seconds": 0.5}]}
            """;

    @TempDir private Path folder;

    private Manifest read(String text) {
        TinySpecs.in(folder).file("models.json", text);
        return ManifestReader.read(folder);
    }

    @Test
    void readsAModel() {
        Manifest manifest = read(MODEL);
        Manifest.Model model = manifest.models().get(0);
        assertThat(model.name()).isEqualTo("MCTiny");
        assertThat(model.expect()).isEqualTo(new Violates("Low"));
        assertThat(model.distinct()).isEqualTo(6);
        assertThat(model.seconds()).isEqualTo(0.5);
        assertThat(model.measured()).isTrue();
        assertThat(manifest.modelsOf(Tier.EVERYDAY)).isEmpty();
        assertThat(manifest.modelsOf(Tier.NIGHTLY)).containsExactly(model);
    }

    @Test
    void readsSymbolicChecksWithWhatIsUsualLeftOut() {
        Manifest manifest =
                read(
                        """
                        {"symbolic": [
                          {"name": "t", "module": "toy/Tiny.tla", "kind": "typecheck",
                           "tier": "everyday", "seconds": 3},
                          {"name": "i", "module": "toy/Tiny.tla", "kind": "inductive", "inv": "Ind",
                           "implies": ["Bound"], "bounds": "any", "tier": "nightly",
                           "expect": {"result": "holds"}, "seconds": 3}]}
                        """);
        Manifest.Symbolic inductive = manifest.symbolic().get(1);
        assertThat(inductive.kind()).isEqualTo(Kind.INDUCTIVE);
        assertThat(inductive.init()).isEqualTo("Init");
        assertThat(inductive.next()).isEqualTo("Next");
        assertThat(inductive.spec()).isEqualTo("Tiny");
        assertThat(inductive.from()).isEqualTo("Ind");
        assertThat(inductive.implied()).containsExactly("Bound");
        assertThat(manifest.symbolicOf(Tier.EVERYDAY)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nightly     | weekly   | tier is weekly, must be one of everyday, nightly",
                "\"tlc\"     | \"apalache\" | tool must be tlc; checks for Apalache stand",
                "violates    | breaks   | result must be holds or violates",
                "\"property\"| \"propperty\" | property is missing",
                "\"bounds\"  | \"bond\"   | bounds is missing",
                "\"check\"   | \"guess\"  | mode is guess, must be one of check, simulate",
                "0.5         | -1       | seconds must be a number above 0",
                "0.5         | \"1\"    | seconds must be a number above 0",
                "6           | 6.5      | distinct must be a whole number",
                "\"few\"     | \" \"    | bounds must be a text that is not empty",
                "\"few\"     | \"few\", \"extra\": 1 | extra is not a field that belongs here",
                "\"few\"     | \"few\", \"mode\": \"check\" | Duplicate field 'mode'",
                "MCTiny      | a/b      | name has other characters",
                "[{          | {\"a\": [{  | not JSON",
            })
    void wrongFieldsAreNamedWithTheirPlace(String right, String wrong, String message) {
        assertThatThrownBy(() -> read(MODEL.replace(right.strip(), wrong.strip())))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("models.json")
                .hasMessageContaining(message.strip());
    }

    @Test
    void modelThatHoldsHasANumberOfStates() {
        String text =
                MODEL.replace("\"violates\", \"property\": \"Low\"", "\"holds\"")
                        .replace("\"distinct\": 6,", "");
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("models[0] (MCTiny): distinct is missing");
    }

    @Test
    void randomRunsNeedTheirNumberAndDepth() {
        String text = MODEL.replace("\"check\"", "\"simulate\"").replace("\"distinct\": 6,", "");
        assertThatThrownBy(() -> read(text)).hasMessageContaining("traces is missing");
        Manifest manifest =
                read(text.replace("\"seconds\"", "\"traces\": 9, \"depth\": 5, \"seconds\""));
        assertThat(manifest.models().get(0).traces()).isEqualTo(9);
        assertThat(manifest.models().get(0).measured()).isFalse();
    }

    @Test
    void mutantThatHoldsIsNone() {
        String text =
                """
                {"mutants": [{"name": "M", "of": "Tiny", "rule": "Up", "what": "w",
                 "module": "m.tla", "config": "m.cfg", "expect": {"result": "holds"}}]}
                """;
        assertThatThrownBy(() -> read(text)).hasMessageContaining("a mutant that holds shows");
    }

    @Test
    void namesAreUnique() {
        String twice = MODEL.substring(MODEL.indexOf('[') + 1, MODEL.lastIndexOf(']'));
        assertThatThrownBy(() -> read("{\"models\": [" + twice + "," + twice + "]}"))
                .hasMessageContaining("two entries have the name MCTiny");
    }

    @Test
    void manifestThatIsNotThereIsMissedInOneLine() {
        assertThatThrownBy(() -> ManifestReader.read(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("there is no")
                .hasMessageContaining("--specs DIR");
    }
}
