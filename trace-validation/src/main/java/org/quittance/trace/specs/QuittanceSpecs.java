package org.quittance.trace.specs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.quittance.trace.Catalogue;
import org.quittance.trace.format.TraceSpec;
import org.quittance.trace.tla.Workspace;

/** The specs that runs of Quittance are validated against. */
public final class QuittanceSpecs {

    /** All of them. */
    public static final List<TraceSpec> ALL =
            List.of(SimplexFormat.SPEC, SettlementFormat.SPEC, SystemFormat.SPEC);

    private QuittanceSpecs() {}

    /**
     * The specs with their modules.
     *
     * @param specs the folder "specs" of the repository
     * @throws IOException if it isn't; its message is for people
     */
    public static Catalogue in(Path specs) throws IOException {
        return Catalogue.of(QuittanceSpecs.class, Workspace.folders(specs));
    }
}
