package org.quittance.trace.symbolic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.quittance.models.ApalacheTool;
import org.quittance.trace.EngineOutcome;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.Header;
import org.quittance.trace.tla.Workspace;

/**
 * Has Apalache look for the run that a trace tells. What it evaluates the spec with shares nothing
 * with TLC, so that a bug of either shows as a difference.
 */
public final class SymbolicEngine {

    private static final int FOUND = 12;

    /** TLC's module takes the place of a spec's own; this one reads no more than its types. */
    private static final String ELECTION = "---- MODULE Election ----\n====\n";

    private final ApalacheTool apalache;
    private final List<Path> folders;
    private final Duration limit;

    /**
     * With this Apalache.
     *
     * @param folders where modules of specs are
     * @param limit for one trace
     */
    public SymbolicEngine(ApalacheTool apalache, List<Path> folders, Duration limit) {
        this.apalache = apalache;
        this.folders = List.copyOf(folders);
        this.limit = limit;
    }

    /** Can traces of that spec be checked? */
    public static boolean reads(String spec) {
        return TypedSpec.has(spec);
    }

    /**
     * Checks the first events of a trace.
     *
     * @throws InterruptedException if the thread is; Apalache is stopped then
     */
    public EngineOutcome run(Header header, List<Event> events) throws InterruptedException {
        try (Workspace workspace = Workspace.make(folders, header.spec().modules())) {
            Path folder = workspace.folder();
            // Apalache has modules of its own for these.
            Files.deleteIfExists(folder.resolve("Apalache.tla"));
            String root = header.spec().root();
            workspace.write(root + ".tla", SymbolicModule.readable(workspace.text(root)));
            workspace.write("Election.tla", ELECTION);
            SymbolicModule module = new SymbolicModule(header, events);
            workspace.write(SymbolicModule.NAME + ".tla", module.text());
            workspace.write(SymbolicModule.NAME + ".cfg", module.config());
            List<String> said = new ArrayList<>();
            int exit = apalache.run(
                    List.of(
                            "check",
                            "--out-dir=" + workspace.scratch(),
                            "--length=" + events.size(),
                            "--config=" + SymbolicModule.NAME + ".cfg",
                            SymbolicModule.NAME + ".tla"),
                    folder,
                    limit,
                    said::add);
            return judge(exit, said, workspace.scratch(), events.size());
        } catch (IOException e) {
            return new EngineOutcome.Failed("", String.valueOf(e.getMessage()));
        }
    }

    private static EngineOutcome judge(int exit, List<String> said, Path out, int events)
            throws IOException {
        String version = said.stream()
                .filter(line -> line.contains("APALACHE version"))
                .map(line -> "Apalache " + line.replaceAll(".*version: *(\\S+).*", "$1"))
                .findFirst()
                .orElse("Apalache");
        if (exit == ApalacheTool.STOPPED) {
            return new EngineOutcome.Failed(version, "Apalache was stopped at its time limit");
        }
        // Both the end of the trace and an event that is no step end in an example.
        boolean consumed = said.stream().anyMatch(l -> l.contains("invariant 0 violated"));
        boolean stuck = said.stream().anyMatch(l -> l.startsWith("Found a deadlock"));
        if (exit != FOUND || consumed == stuck) {
            String why = said.stream()
                    .filter(l -> l.matches(".* E@[0-9:.]+"))
                    .map(l -> l.replaceAll(" E@[0-9:.]+$", ""))
                    .findFirst()
                    .orElse("no word of why");
            return new EngineOutcome.Failed(
                    version, "Apalache ended with exit code " + exit + ": " + why.strip());
        }
        int accepted = last(out);
        if (consumed != (accepted == events)) {
            return new EngineOutcome.Failed(
                    version,
                    "Apalache took " + accepted + " of " + events + " events, and the trace was "
                            + (consumed ? "" : "not ") + "consumed");
        }
        return consumed
                ? new EngineOutcome.Accepted(version, accepted, accepted + 1L)
                : new EngineOutcome.Rejected(version, accepted, accepted + 1L, null);
    }

    /** How many events the example takes. */
    private static int last(Path out) throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            Path example = files
                    .filter(f -> f.endsWith("violation.itf.json"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("Apalache wrote no example"));
            JsonNode states = JsonMapper.builder().build()
                    .readTree(Files.readString(example)).path("states");
            JsonNode at = states.path(states.size() - 1).path("at");
            return at.isInt() ? at.intValue() : at.path("#bigint").asInt(-1);
        }
    }
}
