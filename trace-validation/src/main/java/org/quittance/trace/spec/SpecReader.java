package org.quittance.trace.spec;

import java.io.IOException;
import java.nio.file.Path;

/** Reads modules of the specs with SANY. */
public interface SpecReader {

    /**
     * Reads a module and all that it extends.
     *
     * @param folder where all modules are, the standard ones too
     * @throws IOException if SANY does not accept it; the message has what SANY says
     */
    SpecModule read(Path folder, String module) throws IOException;
}
