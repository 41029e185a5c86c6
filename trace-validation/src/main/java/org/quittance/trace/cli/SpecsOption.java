package org.quittance.trace.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.quittance.models.InputException;
import org.quittance.trace.Catalogue;
import org.quittance.trace.specs.QuittanceSpecs;
import picocli.CommandLine.Option;

/** Where the specs are. */
class SpecsOption {

    @Option(
            names = "--specs",
            paramLabel = "DIR",
            defaultValue = "${sys:quittance.specs:-specs}",
            description = "The folder of the specs (default: ${DEFAULT-VALUE}).")
    private Path folder;

    /** Set by picocli. */
    @SuppressWarnings("nullness:initialization.fields.uninitialized")
    SpecsOption() {}

    /** The folder of the specs. */
    Path folder() {
        return folder;
    }

    /**
     * The specs that traces may follow.
     *
     * @throws InputException if they aren't there
     */
    Catalogue catalogue() {
        try {
            return QuittanceSpecs.in(folder);
        } catch (IOException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
    }
}
