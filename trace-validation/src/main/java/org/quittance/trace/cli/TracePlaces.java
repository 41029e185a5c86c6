package org.quittance.trace.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quittance.models.InputException;
import org.quittance.models.Outputs;
import org.quittance.trace.ResultJson;

/** Where traces are, and where their results go. */
final class TracePlaces {

    private TracePlaces() {}

    /**
     * Checks that there is a file to read.
     *
     * @throws InputException if there isn't
     */
    static void checkReadable(Path file) {
        if (Files.isDirectory(file)) {
            throw new InputException(file + " is a folder; name the traces in it");
        }
        if (!Files.exists(file)) {
            throw new InputException("there is no file " + file + "; name a trace");
        }
        if (!Files.isReadable(file)) {
            throw new InputException("there is no permission to read " + file);
        }
    }

    /**
     * Checks that each trace can have its result in the folder.
     *
     * @return the traces and the results, which nothing else may be written over
     * @throws InputException if one can't
     */
    static List<Path> checkResults(List<Path> files, Path out) {
        Outputs.folder(out, "--out");
        Map<Path, Path> places = new HashMap<>();
        for (Path file : files) {
            Path result = ResultJson.file(file, out);
            Outputs.file(result, files, "--out");
            Path other = places.put(result, file);
            if (other != null) {
                throw new InputException(
                        other + " and " + file + " would both have their result in " + result
                                + "; rename one, or validate them one by one with two --out");
            }
        }
        List<Path> taken = new ArrayList<>(files);
        taken.addAll(places.keySet());
        return taken;
    }
}
