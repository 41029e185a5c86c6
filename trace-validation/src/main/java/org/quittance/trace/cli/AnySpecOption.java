package org.quittance.trace.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.InputException;
import org.quittance.trace.Catalogue;
import picocli.CommandLine.Option;

/** Where the specs are: those of this repository, or somebody's own. */
final class AnySpecOption extends SpecsOption {

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "What the traces of another spec say; its modules lie beside it.")
    private @Nullable Path mapping;

    @Override
    Catalogue catalogue() {
        Path file = mapping;
        if (file == null) {
            return super.catalogue();
        }
        try {
            return Catalogue.of(file);
        } catch (IOException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
    }
}
