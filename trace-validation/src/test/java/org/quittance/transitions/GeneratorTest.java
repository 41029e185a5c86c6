package org.quittance.transitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The corpus is a function of the specs, byte by byte. */
class GeneratorTest {

    private static final Path TOP = Path.of("..");
    private static final Path CORPUS = TOP.resolve("impl/core/src/test/resources/transitions");

    private static TransitionModel model(String name) throws IOException {
        return TransitionModel.all().stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** One of each kind: what is made now is what lies there. */
    @Test
    void madeAnewItIsTheSame() throws IOException {
        for (String name : List.of("Refusals", "TwoViewsCrash")) {
            byte[] made = Generator.make(model(name), TOP.resolve("specs")).bytes();
            byte[] kept = Files.readAllBytes(CORPUS.resolve(name + ".txt.gz"));
            // Another release of zlib may compress otherwise; the text must be the same.
            assertThat(text(made)).as("run make transitions").isEqualTo(text(kept));
        }
    }

    private static List<String> text(byte[] compressed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @Test
    void eachHasTheSettingsOfItsModel() throws IOException {
        for (TransitionModel model : TransitionModel.all()) {
            assertThat(text(Files.readAllBytes(CORPUS.resolve(model.name() + ".txt.gz"))))
                    .as("run make transitions")
                    .contains("settings " + model.line());
        }
    }

    @Test
    void twiceIsTheSameBytes() throws IOException {
        TransitionModel model = model("Refusals");
        assertThat(Generator.make(model, TOP.resolve("specs")).bytes())
                .isEqualTo(Generator.make(model, TOP.resolve("specs")).bytes());
    }

    @Test
    void thereIsAFileForEachModelAndNoOther() throws IOException {
        try (var files = Files.list(CORPUS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(TransitionModel.all().stream()
                            .map(model -> model.name() + ".txt.gz")
                            .toList());
        }
    }

    /** Names that leave a step of the spec out, or add one, are found out. */
    @Test
    void stepsThatAreNotThoseOfTheSpecAreRefused() throws IOException {
        TransitionModel model = model("Refusals");
        TransitionModel other = new TransitionModel("Other", model.module(), model.kind(),
                new TreeMap<>(model.settings()));
        // No command is named any more.
        other.settings().put("NamedCommand", "CONSTANT NamedCommand <- NamedStep");
        assertThatThrownBy(() -> Generator.make(other, TOP.resolve("specs")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("NamedNext is not Next");
    }

    @Test
    void aModelWithoutItsBaseIsRefused() {
        assertThatThrownBy(() -> TransitionModel.read("model A B nothing\n"))
                .isInstanceOf(IOException.class)
                .hasMessage("transitions.models:1: no base nothing");
    }
}
