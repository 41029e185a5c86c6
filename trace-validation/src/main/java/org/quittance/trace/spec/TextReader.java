package org.quittance.trace.spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads how definitions of the specs are written, with SANY. */
public interface TextReader {

    /**
     * The definitions of a module and of all that it extends, but for the standard modules.
     *
     * @param folder where all modules are, the standard ones too
     * @param own the modules whose definitions count
     * @throws IOException if SANY does not accept it; the message has what SANY says
     */
    List<SpecText> texts(Path folder, String module, List<String> own) throws IOException;
}
