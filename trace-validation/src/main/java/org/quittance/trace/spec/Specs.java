package org.quittance.trace.spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quittance.trace.tla.Workspace;
import org.quittance.trace.tlc.Tlc;

/** The modules of the specs. */
public final class Specs {

    /** A step that no correct validator takes. */
    private static final String BYZANTINE = "ByzantineSend";

    private static final String READER = "org.quittance.trace.spec.sany.SanyReader";

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
        try (Workspace workspace = Workspace.make(folder)) {
            Tlc.writeStandardModules(workspace.folder());
            return Tlc.load(SpecReader.class, READER).read(workspace.folder(), module);
        }
    }

    /**
     * The actions that a correct validator can take: those of Next in Simplex, without the one of
     * Byzantine validators.
     *
     * @throws IOException if the spec can't be read, or has no actions
     */
    public List<String> correctActions() throws IOException {
        List<String> actions = new ArrayList<>(read("Simplex").actions());
        if (!actions.remove(BYZANTINE) || actions.isEmpty()) {
            throw new IOException(
                    "the actions of Simplex are " + actions + " and should be some, and "
                            + BYZANTINE + " besides");
        }
        return actions;
    }
}
