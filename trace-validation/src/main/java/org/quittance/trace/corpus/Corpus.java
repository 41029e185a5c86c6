package org.quittance.trace.corpus;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The sample traces: a folder "accepted", and a folder "rejected" with a manifest that says of each
 * of its traces where and how it must be rejected.
 */
public final class Corpus {

    private static final String SUFFIX = ".ndjson";
    private static final String MANIFEST = "manifest.json";

    private final Path folder;

    /** The corpus in that folder. */
    public Corpus(Path folder) {
        this.folder = folder;
    }

    /**
     * The traces that must be accepted.
     *
     * @throws IOException if there are none
     */
    public List<Path> accepted() throws IOException {
        return traces(folder.resolve("accepted"));
    }

    /** Where the trace of an expectation is. */
    public Path file(Expectation expectation) {
        return folder.resolve("rejected").resolve(expectation.file());
    }

    /**
     * The traces that must be rejected, in the order of the manifest.
     *
     * @throws IOException if there are none, or if manifest and files differ
     */
    public List<Expectation> rejected() throws IOException {
        Path rejected = folder.resolve("rejected");
        List<Expectation> expectations =
                JsonMapper.builder()
                        .build()
                        .readValue(
                                Files.readString(rejected.resolve(MANIFEST)),
                                new TypeReference<List<Expectation>>() {});
        TreeSet<Path> named = new TreeSet<>();
        expectations.forEach(e -> named.add(file(e)));
        TreeSet<Path> there = new TreeSet<>(traces(rejected));
        if (named.size() != expectations.size() || !named.equals(there)) {
            named.removeAll(there);
            expectations.forEach(e -> there.remove(file(e)));
            throw new IOException(rejected.resolve(MANIFEST) + " and the folder differ: missing"
                    + " are " + named + ", not listed are " + there
                    + ", or a file is listed twice");
        }
        return expectations;
    }

    private static List<Path> traces(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(
                    "there is no folder " + folder + "; name the folder of samples with --samples,"
                            + " or run this at the top of the repository");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> traces =
                    files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList();
            if (traces.isEmpty()) {
                throw new IOException("there are no traces in " + folder);
            }
            return traces;
        }
    }
}
