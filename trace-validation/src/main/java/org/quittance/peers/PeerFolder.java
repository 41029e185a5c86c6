package org.quittance.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** The folder in which the user has put what other projects publish. Nothing is changed there. */
final class PeerFolder {

    /** What must be there, and where it comes from. */
    private record Needed(String path, String source) {}

    private static final List<Needed> NEEDED = List.of(
            new Needed("tla2tools.jar", "https://github.com/tlaplus/tlaplus/releases"),
            new Needed("CommunityModules-deps.jar",
                    "https://github.com/tlaplus/CommunityModules/releases"),
            new Needed("raft/tla/Traceetcdraft.tla", "https://github.com/etcd-io/raft"),
            new Needed("CCF/tla/consensus/Traceccfraft.tla", "https://github.com/microsoft/CCF"),
            new Needed("TwoPhase/spec/TwoPhaseTrace.tla", "https://github.com/lbinria/TwoPhase"),
            new Needed("KeyValueStore/spec/KeyValueStoreTrace.tla",
                    "https://github.com/lbinria/KeyValueStore"));

    private static final String PARALLEL = "-XX:+UseParallelGC";
    private static final String DEPTH_FIRST = "-Dtlc2.tool.queue.IStateQueue=StateDeque";

    private final Path folder;
    private final String classPath;

    PeerFolder(Path folder) {
        this.folder = folder.toAbsolutePath();
        classPath = String.join(
                System.getProperty("path.separator", ":"),
                this.folder.resolve("tla2tools.jar").toString(),
                this.folder.resolve("CommunityModules-deps.jar").toString());
    }

    /** A line for each thing that is not there; none if all are. */
    List<String> missing() {
        return NEEDED.stream()
                .filter(needed -> !Files.isReadable(folder.resolve(needed.path())))
                .map(needed -> folder.resolve(needed.path()) + " is missing; it comes from "
                        + needed.source())
                .toList();
    }

    /** All of them; {@link #missing} must be empty. */
    List<Contender> peers() {
        // Its first 75 events say how the five nodes start; the spec takes its initial state
        // from them.
        Shape raft = new Shape(
                "event.name", "event.nid", Set.of("level", "ts", "caller", "msg", "tag"), 75, 0);
        String raftFolder = "raft/tla";
        List<String> raftOptions = List.of("-config", "Traceetcdraft.cfg", "Traceetcdraft.tla",
                "-lncheck", "final", "-fpmem", "0.9");
        return List.of(
                new Peer("etcd-io/raft, generated run", commit("raft"),
                        folder.resolve(raftFolder), List.of(PARALLEL), raftOptions, "JSON", "",
                        List.of(), classPath, raft, RaftRun::of),
                new Peer("etcd-io/raft, its own example", commit("raft"),
                        folder.resolve(raftFolder), List.of(PARALLEL), raftOptions, "JSON", "",
                        List.of(), classPath, raft, this::example),
                new Peer("CCF, generated run", commit("CCF"),
                        folder.resolve("CCF/tla"),
                        List.of(PARALLEL, "-Dtlc2.tool.impl.Tool.cdot=true", DEPTH_FIRST),
                        List.of("-workers", "1", "-checkpoint", "0", "-lncheck", "final",
                                "consensus/Traceccfraft.tla"),
                        "CCF_RAFT_TRACE", "", List.of(), classPath,
                        new Shape("msg.function", "msg.state.node_id",
                                Set.of("h_ts", "thread_id", "tag", "cmd", "cmd_prefix",
                                        "msg.args.configuration.nodes"), 0, 0),
                        CcfRun::of),
                new Peer("Java study, two-phase commit, generated run", commit("TwoPhase"),
                        folder.resolve("TwoPhase/spec"), List.of(PARALLEL, DEPTH_FIRST),
                        List.of("-note", "TwoPhaseTrace.tla"), "TRACE_PATH", "CONFIG_PATH",
                        TwoPhaseRun.configuration(), classPath,
                        new Shape("event", "", Set.of(), 0, 0), TwoPhaseRun::of),
                new Peer("Java study, key-value store, generated run", commit("KeyValueStore"),
                        folder.resolve("KeyValueStore/spec"), List.of(PARALLEL, DEPTH_FIRST),
                        List.of("-note", "KeyValueStoreTrace.tla"), "TRACE_PATH", "CONFIG_PATH",
                        StoreRun.configuration(), classPath,
                        new Shape("event", "event_args.first", Set.of(), 0, 0), StoreRun::of));
    }

    private List<String> example(int events) {
        Path file = folder.resolve("raft/tla/example.ndjson");
        if (!Files.isReadable(file)) {
            return List.of();
        }
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            return lines.size() < events ? List.of() : Lines.first(lines, events);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + file, e);
        }
    }

    /** The version of TLC, as its jar says. */
    String tlc() {
        try (JarFile jar =
                new JarFile(folder.resolve("tla2tools.jar").toFile())) {
            Manifest manifest = jar.getManifest();
            String version = manifest == null
                    ? null : manifest.getMainAttributes().getValue("X-Git-Tag");
            String commit = manifest == null
                    ? null : manifest.getMainAttributes().getValue("X-Git-ShortRevision");
            return (version == null ? "unknown" : version)
                    + (commit == null ? "" : " (" + commit + ")");
        } catch (IOException e) {
            throw new UncheckedIOException("can't read tla2tools.jar", e);
        }
    }

    private String commit(String name) {
        return commit(folder.resolve(name));
    }

    /** The commit of a folder; "unknown" where it is none of git's, or there is no git. */
    static String commit(Path checkout) {
        List<String> command = new ArrayList<>(List.of(
                "git", "-C", checkout.toString(), "rev-parse", "--short=10", "HEAD"));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String printed = new String(
                    process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? printed : "unknown";
        } catch (IOException e) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
