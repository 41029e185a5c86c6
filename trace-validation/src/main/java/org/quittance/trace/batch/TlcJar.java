package org.quittance.trace.batch;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;

/** Which TLC is run: the one that the environment names, else the one on our class path. */
final class TlcJar {

    private static final String VARIABLE = "TLA2TOOLS_JAR";

    private TlcJar() {}

    /**
     * The jar.
     *
     * @throws IOException if there is none; its message is for people
     */
    static Path find(Map<String, String> environment) throws IOException {
        String named = environment.getOrDefault(VARIABLE, "");
        if (!named.isEmpty()) {
            Path jar = Path.of(named);
            if (!Files.isRegularFile(jar)) {
                throw new IOException(
                        VARIABLE + " names " + named + ", which is not a file; correct it, or"
                                + " unset it to use the TLC that came with this program");
            }
            return jar;
        }
        CodeSource source = tlc2.TLC.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IOException("TLC is not in a jar; set " + VARIABLE + " to one");
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException("TLC's jar has no usable path; set " + VARIABLE, e);
        }
    }
}
