package org.quittance.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlcTest {

    @TempDir private Path folder;

    @Test
    void theJarOfTheClassPathServesUnlessAnotherIsNamed() {
        assertThat(Tlc.findJar(Map.of())).exists();
        assertThat(Tlc.findJar(Map.of(Tlc.JAR_VARIABLE, " "))).isEqualTo(Tlc.findJar(Map.of()));
        String named = Tlc.findJar(Map.of()).toString();
        assertThat(Tlc.findJar(Map.of(Tlc.JAR_VARIABLE, named))).hasToString(named);
    }

    @Test
    void whatIsNoJarOfTlcIsAnErrorInOneLine() throws Exception {
        Path text = Files.writeString(folder.resolve("text.jar"), "hello");
        Path other = folder.resolve("other.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(other))) {
            zip.putNextEntry(new ZipEntry("A.class"));
        }
        refused(folder.resolve("none.jar"), "is no file");
        refused(folder, "is no file");
        refused(text, "is no jar");
        refused(other, "has no tlc2/TLC.class in it");
    }

    private static void refused(Path jar, String why) {
        assertThatThrownBy(() -> Tlc.findJar(Map.of(Tlc.JAR_VARIABLE, jar.toString())))
                .isInstanceOf(InputException.class)
                .hasMessage("TLA2TOOLS_JAR is " + jar + ", which " + why
                        + ": correct or unset it");
    }
}
