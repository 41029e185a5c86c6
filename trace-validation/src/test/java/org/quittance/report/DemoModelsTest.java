package org.quittance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.quittance.models.Manifest;
import org.quittance.models.Manifest.Mode;
import org.quittance.models.Manifest.Model;
import org.quittance.models.Manifest.Tier;
import org.quittance.models.ManifestReader;
import org.quittance.models.Outcome;
import org.quittance.trace.Traces;

class DemoModelsTest {

    @Test
    void takesTheQuickestOfEachSpecAndThenWhatFits() {
        DemoModels chosen = DemoModels.of(manifest(
                model("slow", "A", 50, Tier.EVERYDAY), model("quick", "A", 5, Tier.EVERYDAY),
                model("only", "B", 40, Tier.EVERYDAY), model("more", "B", 41, Tier.EVERYDAY),
                model("night", "C", 1, Tier.NIGHTLY)), 90);

        assertThat(chosen.names()).containsExactly("quick", "only", "more");
        assertThat(chosen.areAll()).isFalse();
        assertThat(chosen.words()).isEqualTo("3 of the 4 everyday models");
    }

    @Test
    void noSpecIsLeftOutHoweverLittleTimeThereIs() {
        Manifest manifest = ManifestReader.read(Traces.SPECS);
        Set<String> specs = manifest.modelsOf(Tier.EVERYDAY).stream().map(Model::spec)
                .collect(Collectors.toSet());

        List<String> chosen = DemoModels.of(manifest, 0).names();

        assertThat(manifest.models().stream().filter(model -> chosen.contains(model.name()))
                .map(Model::spec)).containsExactlyInAnyOrderElementsOf(specs);
    }

    @Test
    void takesAllIfTheyFit() {
        DemoModels chosen =
                DemoModels.of(manifest(model("one", "A", 5, Tier.EVERYDAY)), DemoModels.BUDGET);

        assertThat(chosen.areAll()).isTrue();
        assertThat(chosen.words()).isEqualTo("all 1 everyday models");
    }

    private static Manifest manifest(Model... models) {
        return new Manifest(Traces.SPECS, List.of(models), List.of(), List.of(), List.of());
    }

    private static Model model(String name, String spec, double seconds, Tier tier) {
        return new Model(name, spec, "m", "c", tier, "what", Mode.CHECK, new Outcome.Holds(), 1L,
                seconds, true, 0, 0);
    }
}
