package org.quittance.trace.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.quittance.trace.format.TraceSpec;
import org.quittance.trace.specs.QuittanceSpecs;
import org.quittance.trace.tla.Workspace;
import org.quittance.trace.tlc.Tlc;

/** The modules of the specs. */
public final class Specs {

    private static final String READER = "org.quittance.trace.spec.sany.SanyReader";

    private static final String TEXT_READER = "org.quittance.trace.spec.sany.SanyTextReader";

    /** Those of traces; none takes the place of a module of the specs here. */
    private static final List<String> TRACE_SPECS =
            Stream.concat(
                            QuittanceSpecs.ALL.stream().map(TraceSpec::root),
                            Stream.of("Election"))
                    .toList();

    private final Path folder;

    /** The specs in this folder. */
    public Specs(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads a module and all that it extends.
     *
     * @throws IOException if there is no such module or SANY does not accept it
     */
    public SpecModule read(String module) throws IOException {
        try (Workspace workspace = Workspace.make(Workspace.folders(folder), TRACE_SPECS)) {
            Tlc.writeStandardModules(workspace.folder());
            return Tlc.load(SpecReader.class, READER).read(workspace.folder(), module);
        }
    }

    /**
     * How the definitions of a module, and of all that it extends, are written.
     *
     * @throws IOException if there is no such module or SANY does not accept it
     */
    public List<SpecText> texts(String module) throws IOException {
        List<String> own = new ArrayList<>();
        for (Path part : Workspace.folders(folder)) {
            try (Stream<Path> files = Files.list(part)) {
                files.map(file -> String.valueOf(file.getFileName()))
                        .filter(file -> file.endsWith(".tla"))
                        .forEach(file -> own.add(file.substring(0, file.length() - 4)));
            }
        }
        try (Workspace workspace = Workspace.make(Workspace.folders(folder), TRACE_SPECS)) {
            Tlc.writeStandardModules(workspace.folder());
            return Tlc.load(TextReader.class, TEXT_READER).texts(workspace.folder(), module, own);
        }
    }

    /**
     * The actions that whoever keeps the rules can take, as events tell them: those of the spec's
     * Next, without those of nobody who logs.
     *
     * @throws IOException if the spec can't be read, or has no actions
     */
    public List<String> actions(TraceSpec spec) throws IOException {
        List<String> actions = new ArrayList<>(read(spec.name()).actions());
        if (!actions.containsAll(spec.next().unlogged())
                || actions.size() == spec.next().unlogged().size()) {
            throw new IOException(
                    "the actions of " + spec + " are " + actions + " and should be some, and "
                            + spec.next().unlogged() + " besides");
        }
        actions.removeAll(spec.next().unlogged());
        actions.replaceAll(spec.next()::told);
        return actions;
    }
}
