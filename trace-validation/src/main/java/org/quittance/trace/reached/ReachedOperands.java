package org.quittance.trace.reached;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.quittance.trace.format.MalformedTraceException;
import org.quittance.trace.format.Trace;
import org.quittance.trace.format.TraceReader;
import org.quittance.trace.format.TraceSpec;
import org.quittance.trace.tla.RunModule;
import org.quittance.trace.tla.Workspace;
import org.quittance.trace.tlc.Tlc;

/**
 * Which operands of a spec's operators accepted traces reach. What is known of reading traces and
 * of stepping stands here and in {@link Observer} alone.
 */
public final class ReachedOperands {

    private static final String OBSERVER = "org.quittance.trace.reached.tlc.TlcObserver";
    private static final String SUFFIX = ".tla";

    private final TraceSpec spec;
    private final List<Path> folders;
    private final Set<String> modules;
    private final int window;

    /**
     * Of that spec.
     *
     * @param folders where its modules are; operands of these count, but not of
     *     those that the trace spec replaces, nor its own
     * @param window how much of a run is remembered, if the spec forgets anything
     */
    public ReachedOperands(TraceSpec spec, List<Path> folders, int window) throws IOException {
        this.spec = spec;
        this.folders = List.copyOf(folders);
        this.modules = modules(spec, folders);
        this.window = window;
    }

    private static Set<String> modules(TraceSpec spec, List<Path> folders) throws IOException {
        Set<String> modules = new TreeSet<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> String.valueOf(file.getFileName()))
                        .filter(name -> name.endsWith(SUFFIX))
                        .forEach(name -> modules.add(
                                name.substring(0, name.length() - SUFFIX.length())));
            }
        }
        modules.removeAll(spec.modules());
        return modules;
    }

    /**
     * All operands that events could reach, and whether one of these traces did. All must be of the
     * spec.
     *
     * @throws MalformedTraceException if one is no trace
     * @throws IOException if one can't be read, or is not accepted; its message is for people
     */
    public Map<Operand, Boolean> by(List<Path> traces)
            throws IOException, MalformedTraceException {
        Observer observer = Tlc.load(Observer.class, OBSERVER);
        Map<String, List<Trace>> runs = new TreeMap<>();
        for (Path file : traces) {
            Trace trace = TraceReader.read(file.toString(), file, List.of(spec));
            runs.computeIfAbsent(module(trace).forStepping(), text -> new ArrayList<>())
                    .add(trace);
        }
        for (List<Trace> alike : runs.values()) {
            observe(observer, alike);
        }
        return Collections.unmodifiableMap(observer.reached());
    }

    private RunModule module(Trace trace) throws IOException {
        try (Workspace workspace = Workspace.make(List.of(), spec.modules())) {
            return new RunModule(trace.header(), workspace.text(spec.root()), window);
        }
    }

    /** Traces whose constants are the same need the spec to be loaded once. */
    private void observe(Observer observer, List<Trace> alike) throws IOException {
        try (Workspace workspace = Workspace.make(folders, spec.modules())) {
            RunModule module = module(alike.getFirst());
            workspace.write(RunModule.NAME + SUFFIX, module.forStepping());
            workspace.write(RunModule.NAME + ".cfg", module.configForStepping());
            Tlc.writeStandardModules(workspace.folder());
            observer.load(workspace.folder(), alike.getFirst().header(), modules);
            for (Trace trace : alike) {
                try {
                    observer.take(trace.header(), trace.events());
                } catch (IOException e) {
                    throw new IOException(trace.file() + ": " + e.getMessage(), e);
                }
            }
        }
    }
}
