package org.quittance.models;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A release of Apalache, fetched once and kept.
 *
 * @param version its version, which is in the name of the folder in its archive
 * @param source the archive
 * @param sha256 the archive's SHA-256 in hex
 * @param cache the folder in which it is kept
 */
public record ApalacheRelease(String version, URI source, String sha256, Path cache) {

    /**
     * As apalache.sha256sums.txt of the release has it, and as several package collections pin it.
     */
    private static final String OFFICIAL_VERSION = "0.62.2";

    private static final String OFFICIAL_SHA256 =
            "765f610537281a0f25b8c30f2554f19523e2859c824e80e62276653ee23c10e2";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_FETCH = Duration.ofMinutes(15);

    /** The official release, kept where the user keeps such things. */
    static ApalacheRelease official(Map<String, String> environment) {
        String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path folder =
                caches.isBlank()
                        ? Path.of(System.getProperty("user.home", "."), ".cache")
                        : Path.of(caches);
        return new ApalacheRelease(
                OFFICIAL_VERSION,
                URI.create(
                        "https://github.com/apalache-mc/apalache/releases/download/v"
                                + OFFICIAL_VERSION
                                + "/apalache-"
                                + OFFICIAL_VERSION
                                + ".tgz"),
                OFFICIAL_SHA256,
                folder.resolve("quittance"));
    }

    /**
     * Its command, fetched first if it is not there yet.
     *
     * @throws IOException if it can't be fetched or unpacked
     * @throws InputException if what was fetched has another SHA-256
     */
    Path command(Progress progress) throws IOException, InterruptedException {
        Path home = cache.resolve("apalache-" + version);
        Path command = home.resolve("bin").resolve("apalache-mc");
        if (Files.isExecutable(command)) {
            return command;
        }
        Files.createDirectories(cache);
        Path scratch = Files.createTempDirectory(cache, "fetch");
        try {
            progress.print("fetching Apalache " + version + " (about 190 MB) into " + cache);
            Path archive = scratch.resolve("apalache.tgz");
            fetch(archive);
            unpack(archive, scratch);
            Path unpacked = scratch.resolve("apalache-" + version);
            if (!Files.isExecutable(unpacked.resolve("bin").resolve("apalache-mc"))) {
                throw new IOException("its archive has no " + home.relativize(command) + " in it");
            }
            Files.move(unpacked, home);
            return command;
        } finally {
            ToolProcess.delete(scratch);
        }
    }

    private void fetch(Path archive) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .connectTimeout(PATIENCE)
                        .build();
        HttpRequest request = HttpRequest.newBuilder(source).timeout(LONGEST_FETCH).build();
        HttpResponse<Path> response =
                client.send(request, HttpResponse.BodyHandlers.ofFile(archive));
        if (response.statusCode() != 200) {
            throw new IOException("HTTP status " + response.statusCode());
        }
        String actual = sha256(archive);
        if (!actual.equals(sha256)) {
            throw new InputException(
                    source
                            + " has SHA-256 "
                            + actual
                            + ", not the pinned "
                            + sha256
                            + ": it was thrown away; install Apalache yourself and set "
                            + ApalacheFinder.HOME_VARIABLE);
        }
    }

    private static void unpack(Path archive, Path folder) throws IOException, InterruptedException {
        int exit =
                ToolProcess.run(
                        List.of("tar", "xzf", archive.toString()),
                        folder,
                        Map.of(),
                        folder.resolve("tar.txt"),
                        LONGEST_FETCH,
                        line -> {});
        if (exit != 0) {
            throw new IOException("tar ended with exit code " + exit);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
