package org.quittance.trace.faulty;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * All registered faults.
 *
 * @param shown those that the trace of a run shows
 * @param unseen the others
 */
record FaultyManifest(List<FaultyCase> shown, List<Unseen> unseen) {

    /**
     * A fault that no trace shows.
     *
     * @param why it doesn't
     */
    record Unseen(String name, String area, String does, String why) {}

    FaultyManifest {
        shown = List.copyOf(shown);
        unseen = List.copyOf(unseen);
    }

    /** The manifest in a folder. */
    static FaultyManifest read(Path folder) throws IOException {
        return new ObjectMapper().readValue(
                folder.resolve("manifest.json").toFile(), FaultyManifest.class);
    }
}
