package org.quittance.trace.batch;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quittance.models.InputException;
import org.quittance.models.Tlc;
import org.quittance.trace.Catalogue;
import org.quittance.trace.EngineOutcome;
import org.quittance.trace.format.Header;
import org.quittance.trace.tla.RunModule;
import org.quittance.trace.tla.Workspace;

/**
 * Runs TLC over a trace. The spec has one state more than it accepts events, whatever the order in
 * which TLC looks for states; the last event says that it was the last.
 */
public final class BatchEngine {

    /** From so many events on it pays that the JVM compiles in earnest. */
    private static final int LONG = 5_000;

    private final Map<String, String> environment;

    /** With this environment, in which TLA2TOOLS_JAR can name another TLC. */
    public BatchEngine(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * Checks the trace in a file, which is one, against its spec.
     *
     * @param events how many events it has
     */
    public EngineOutcome run(
            Path file, Header header, int events, Catalogue catalogue, int window) {
        List<String> modules = new ArrayList<>(header.spec().modules());
        modules.add("TraceFile");
        try (Workspace workspace = Workspace.make(catalogue.folders(), modules)) {
            RunModule module =
                    new RunModule(header, workspace.text(header.spec().root()), window);
            workspace.write(RunModule.NAME + ".tla", module.forBatch());
            workspace.write(RunModule.NAME + ".cfg", module.configForBatch());
            Process tlc = start(workspace, file, catalogue, events);
            try {
                TlcOutput output = read(tlc);
                if (output.showsStates()) {
                    tlc.destroyForcibly();
                }
                return judge(events, output, tlc.waitFor());
            } finally {
                tlc.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (IOException | InputException e) {
            return new EngineOutcome.Failed("", String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new EngineOutcome.Failed("", "interrupted while TLC was running");
        }
    }

    private Process start(
            Workspace workspace, Path file, Catalogue catalogue, int events)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        // Most traces are short, so that starting is most of the work: measured, these halve it,
        // need a quarter of the memory, and cost a long trace (10,000 events) about a sixth more.
        command.add("-XX:+UseSerialGC");
        if (events < LONG) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        // Folds over sets recurse.
        command.add("-Xss8m");
        // TLC unpacks its standard modules there, and two TLCs must not do that in one folder.
        command.add("-Djava.io.tmpdir=" + workspace.scratch());
        command.add("-Dquittance.trace=" + file.toAbsolutePath());
        command.add("-Dquittance.trace.specs=" + catalogue.locator());
        // The jar first: what it brings of its own must win over what this class path has.
        String path = Tlc.findJar(environment) + File.pathSeparator
                + classPath();
        command.addAll(List.of("-cp", path, "tlc2.TLC"));
        command.addAll(List.of("-tool", "-workers", "1"));
        command.addAll(List.of("-metadir", workspace.scratch().toString()));
        command.addAll(List.of("-config", RunModule.NAME + ".cfg", RunModule.NAME + ".tla"));
        return new ProcessBuilder(command)
                .directory(workspace.folder().toFile())
                .redirectErrorStream(true)
                .start();
    }

    /** TLC runs in a folder of its own. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static TlcOutput read(Process tlc) throws IOException {
        TlcOutput output = new TlcOutput();
        tlc.getOutputStream().close();
        try (BufferedReader in = tlc.inputReader(StandardCharsets.UTF_8)) {
            String line = in.readLine();
            while (line != null && !output.showsStates()) {
                output.line(line);
                line = in.readLine();
            }
        }
        return output;
    }

    private static EngineOutcome judge(int events, TlcOutput output, int status) {
        if (!output.success() || status != 0 || !output.error().isEmpty()) {
            return new EngineOutcome.Failed(output.version(), complaint(output, status));
        }
        if (output.generated() != output.distinct()) {
            return new EngineOutcome.Failed(
                    output.version(),
                    "TLC generated " + output.generated() + " states, of which "
                            + output.distinct() + " differ: some event has more than one outcome;"
                            + " the trace spec must leave one");
        }
        boolean consumed = output.consumed() == events;
        int accepted = (int) (output.distinct() - 1 - output.upkeep());
        if (accepted < 0 || consumed != (accepted == events) || output.consumed() > events) {
            return new EngineOutcome.Failed(
                    output.version(),
                    "TLC found " + output.distinct() + " states for " + events + " events, and the"
                            + " trace was " + (consumed ? "" : "not ") + "consumed");
        }
        return consumed
                ? new EngineOutcome.Accepted(output.version(), accepted, output.generated())
                : new EngineOutcome.Rejected(
                        output.version(), accepted, output.generated(), null);
    }

    private static String complaint(TlcOutput output, int status) {
        if (!output.error().isEmpty()) {
            return "TLC failed: " + output.error();
        }
        return "TLC broke off with status " + status
                + (status > 128 ? " (killed?)" : "") + " and without a result";
    }
}
