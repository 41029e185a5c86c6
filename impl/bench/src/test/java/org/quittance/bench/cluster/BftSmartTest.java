package org.quittance.bench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder counts only if there is a build in it. */
class BftSmartTest {

    @TempDir
    private Path folder;

    @Test
    void nothing() throws IOException {
        assertThat(BftSmart.find(folder.resolve("missing"), folder)).isEmpty();
        assertThat(BftSmart.find(folder, folder)).isEmpty();
    }

    @Test
    void sourcesOnly() throws IOException {
        configuration();
        assertThat(BftSmart.find(folder, folder)).isEmpty();
    }

    @Test
    void build() throws IOException {
        configuration();
        Path libraries = Files.createDirectories(folder.resolve("build/install/library/lib"));
        Files.createFile(libraries.resolve("other.jar"));
        assertThat(BftSmart.find(folder, folder)).isEmpty();
        Files.createFile(libraries.resolve("BFT-SMaRt.jar"));
        assertThat(BftSmart.find(folder, folder)).isPresent();
    }

    private void configuration() throws IOException {
        Files.createFile(Files.createDirectories(folder.resolve("config"))
                .resolve("system.config"));
    }
}
