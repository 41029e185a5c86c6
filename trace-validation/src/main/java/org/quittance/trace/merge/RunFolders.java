package org.quittance.trace.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.quittance.trace.Verdict;

/** Where the nodes of a run write their traces. */
public final class RunFolders {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIRST = "ordering-1.ndjson";
    private static final String TRACE = "trace";
    private static final long PAUSE_MILLIS = 50;

    private RunFolders() {}

    /**
     * The folders of the nodes.
     *
     * @param given a folder for each node; or one of a cluster, which has a folder for each node,
     *     with its traces or a folder "trace" in it
     * @param patience how long to wait for nodes that have not begun to write
     * @throws MergeException if a folder isn't there, or in that of a cluster not all are found
     */
    public static List<Path> find(List<Path> given, Duration patience) throws MergeException {
        for (Path folder : given) {
            if (!Files.isDirectory(folder)) {
                throw new MergeException(Verdict.MALFORMED, "there is no folder " + folder
                        + "; name one where nodes write their traces");
            }
        }
        if (given.size() != 1 || Files.exists(given.get(0).resolve(FIRST))) {
            return List.copyOf(given);
        }
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            List<Path> found = within(given.get(0));
            int all = found.isEmpty() ? 1 : validators(found.get(0));
            if (all > 0 && found.size() >= all) {
                return found;
            }
            if (System.nanoTime() - until >= 0) {
                throw new MergeException(found.isEmpty() ? Verdict.MALFORMED : Verdict.NOT_RUN,
                        found.isEmpty()
                                ? "there are no traces of nodes in " + given.get(0)
                                : "of " + all + " validators only " + found.size()
                                        + " write traces in " + given.get(0) + "; name the"
                                        + " folder of each, if the others are to count as"
                                        + " Byzantine");
            }
            pause();
        }
    }

    /** Those of the folders in which settlement is traced, too. */
    public static List<Path> withSettlement(List<Path> nodes) {
        return nodes.stream()
                .filter(node -> Files.exists(node.resolve("settlement-1.ndjson")))
                .toList();
    }

    private static List<Path> within(Path folder) throws MergeException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> nodes = Files.list(folder)) {
            nodes.sorted().flatMap(node -> Stream.of(node, node.resolve(TRACE)))
                    .filter(place -> Files.exists(place.resolve(FIRST)))
                    .forEach(found::add);
        } catch (IOException | UncheckedIOException e) {
            throw new MergeException(
                    Verdict.NOT_RUN, "cannot read " + folder + ": " + e.getMessage());
        }
        return found;
    }

    /** How many validators there are by the header of a trace; 0 if that isn't written yet. */
    private static int validators(Path node) throws MergeException {
        try (GrowingFile file = GrowingFile.open(node.resolve(FIRST), 0)) {
            String first = file.next(0);
            JsonNode header = first == null ? JSON.createObjectNode() : JSON.readTree(first);
            return header.path("header").path("validators").size();
        } catch (IOException e) {
            throw new MergeException(
                    Verdict.MALFORMED, "cannot read " + node.resolve(FIRST) + ": "
                            + e.getMessage());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
