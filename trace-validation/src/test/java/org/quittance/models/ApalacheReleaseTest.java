package org.quittance.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApalacheReleaseTest {

    @TempDir private Path folder;
    private byte[] archive;
    private int requests;
    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        Path command = folder.resolve("apalache-1.2").resolve("bin").resolve("apalache-mc");
        Files.createDirectories(command.getParent());
        Files.writeString(command, "#!/bin/sh\n");
        assertThat(command.toFile().setExecutable(true)).isTrue();
        Process tar =
                new ProcessBuilder("tar", "czf", "apalache.tgz", "apalache-1.2")
                        .directory(folder.toFile())
                        .start();
        assertThat(tar.waitFor(1, TimeUnit.MINUTES)).isTrue();
        archive = Files.readAllBytes(folder.resolve("apalache.tgz"));

        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/apalache.tgz",
                exchange -> {
                    requests++;
                    exchange.sendResponseHeaders(200, archive.length);
                    exchange.getResponseBody().write(archive);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private ApalacheRelease release(String path, String sha256) {
        URI source = URI.create("http://localhost:" + server.getAddress().getPort() + path);
        return new ApalacheRelease("1.2", source, sha256, folder.resolve("cache"));
    }

    private String sha256() throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive));
    }

    private static Progress silent() {
        return new Progress(new PrintWriter(new StringWriter()));
    }

    @Test
    void releaseIsFetchedOnceAndKept() throws Exception {
        ApalacheRelease release = release("/apalache.tgz", sha256());
        Path command = release.command(silent());
        assertThat(command).isExecutable();
        assertThat(release.command(silent())).isEqualTo(command);
        assertThat(requests).isEqualTo(1);
        assertThat(folder.resolve("cache")).isDirectoryContaining("glob:**/apalache-1.2");
        assertThat(Files.list(folder.resolve("cache"))).hasSize(1);
    }

    @Test
    void otherContentIsThrownAway() throws Exception {
        ApalacheRelease release = release("/apalache.tgz", "0".repeat(64));
        assertThatThrownBy(() -> release.command(silent()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has SHA-256 " + sha256() + ", not the pinned 0000");
        assertThat(Files.list(folder.resolve("cache"))).isEmpty();
    }

    @Test
    void releaseThatIsNotThereCantBeHad() throws Exception {
        ApalacheRelease release = release("/other.tgz", sha256());
        assertThatThrownBy(() -> release.command(silent()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("404");
    }
}
