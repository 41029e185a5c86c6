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
import org.quittance.models.InputException;
import org.quittance.models.Tlc;
import org.quittance.trace.EngineOutcome;
import org.quittance.trace.amount.AmountValue;
import org.quittance.trace.format.Trace;
import org.quittance.trace.tla.TraceModule;
import org.quittance.trace.tla.Workspace;

/**
 * Runs TLC over a trace. The spec has one state more than it accepts events, whatever the order in
 * which TLC looks for states; the last event says that it was the last.
 */
public final class BatchEngine {

    private final Map<String, String> environment;

    /** With this environment, in which TLA2TOOLS_JAR can name another TLC. */
    public BatchEngine(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Checks the trace against the spec in that folder. */
    public EngineOutcome run(Trace trace, Path specs) {
        TraceModule module = new TraceModule(trace);
        try (Workspace workspace = Workspace.make(specs, trace.header().spec().modules())) {
            workspace.write(TraceModule.NAME + ".tla", module.withEvents());
            workspace.write(TraceModule.NAME + ".cfg", module.config());
            Process tlc = start(workspace);
            try {
                TlcOutput output = read(tlc);
                if (output.showsStates()) {
                    tlc.destroyForcibly();
                }
                return judge(trace, output, tlc.waitFor());
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

    private Process start(Workspace workspace) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        // Most traces are short, so that starting is most of the work: measured, these halve it,
        // need a quarter of the memory, and cost a long trace (10,000 events) about a sixth more.
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        // Folds over sets recurse.
        command.add("-Xss8m");
        // TLC unpacks its standard modules there, and two TLCs must not do that in one folder.
        command.add("-Djava.io.tmpdir=" + workspace.scratch());
        // The jar first: what it brings of its own must win over what this class path has.
        String path =
                Tlc.findJar(environment) + File.pathSeparator + Tlc.placeOf(AmountValue.class);
        command.addAll(List.of("-cp", path, "tlc2.TLC"));
        command.addAll(List.of("-tool", "-workers", "1"));
        command.addAll(List.of("-metadir", workspace.scratch().toString()));
        command.addAll(List.of("-config", TraceModule.NAME + ".cfg", TraceModule.NAME + ".tla"));
        return new ProcessBuilder(command)
                .directory(workspace.folder().toFile())
                .redirectErrorStream(true)
                .start();
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

    private static EngineOutcome judge(Trace trace, TlcOutput output, int status) {
        int events = trace.events().size();
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
        int accepted = (int) output.distinct() - 1;
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
