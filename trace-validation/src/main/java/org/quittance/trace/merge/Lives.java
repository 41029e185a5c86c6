package org.quittance.trace.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.Verdict;
import org.quittance.trace.format.TraceReader;

/**
 * The files of the lives of one node, one after the other: {@code ordering-1.ndjson} and so on.
 * What is wrong about a line is said with its place.
 */
final class Lives implements Closeable {

    /** The format of the files of one node. */
    private static final String FORMAT = "quittance-node-trace";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;
    private final String kind;
    private @Nullable GrowingFile file;
    private int life;
    private long line;
    private long expected;
    private int node = -1;
    private @Nullable JsonNode header;

    /**
     * Opens nothing yet.
     *
     * @param kind the prefix of the names of the files
     */
    Lives(Path directory, String kind) {
        this.directory = directory;
        this.kind = kind;
    }

    int node() {
        return node;
    }

    /** The header of a merged trace, as this node has it. */
    JsonNode header() {
        JsonNode known = header;
        if (known == null) {
            throw new IllegalStateException("not open");
        }
        return known;
    }

    private Path path(int number) {
        return directory.resolve(kind + "-" + number + ".ndjson");
    }

    /** Has another life begun, or is it about to? */
    boolean hasNext() {
        return Files.exists(path(life + 1));
    }

    /** Goes on to the next life, and returns its first line; null if that isn't there yet. */
    @Nullable ObjectNode open(long now) throws MergeException {
        Path next = path(life + 1);
        if (!Files.exists(next)) {
            return null;
        }
        try {
            GrowingFile opened = GrowingFile.open(next, now);
            String first = opened.next(now);
            if (first == null) {
                opened.close();
                // Killed before it wrote anything, if there is another; else it may still come.
                boolean isLost = life > 0 && Files.exists(path(life + 2));
                life += isLost ? 1 : 0;
                return isLost ? open(now) : null;
            }
            close();
            file = opened;
            life++;
            line = 1;
            expected = 0;
            return begin(parse(first));
        } catch (IOException e) {
            throw unreadable(next, e);
        }
    }

    private ObjectNode begin(ObjectNode found) throws MergeException {
        JsonNode merged = found.path("header");
        if (!found.path("format").asText().equals(FORMAT)
                || found.path("version").asInt() != TraceReader.VERSION
                || found.path("life").asInt() != life
                || !merged.isObject()) {
            throw broken("not the header of life " + life + " of a node");
        }
        if (header == null) {
            node = found.path("node").asInt(-1);
            header = merged;
            if (life != 1 || found.path("durable").asLong() != 0) {
                throw broken("the node wasn't traced from its beginning on");
            }
        } else if (found.path("node").asInt(-1) != node || !merged.equals(header())) {
            throw broken("of another node or chain than life 1");
        }
        return found;
    }

    /** The next event of this life, or its end; null if there is neither now. */
    @Nullable ObjectNode next(long now) throws MergeException {
        GrowingFile from = file;
        if (from == null) {
            return null;
        }
        String text;
        try {
            text = from.next(now);
        } catch (IOException e) {
            throw unreadable(path(life), e);
        }
        if (text == null) {
            return null;
        }
        line++;
        ObjectNode event = parse(text);
        boolean isEnd = event.path("end").asBoolean();
        if (expected < 0 || !isEnd && (event.path("seq").asLong(-1) != expected
                || event.path("node").asInt(-1) != node)) {
            throw broken("not event " + expected + " of node " + node);
        }
        expected = isEnd ? -1 : expected + 1;
        return event;
    }

    private ObjectNode parse(String text) throws MergeException {
        try {
            if (JSON.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            // Said below.
        }
        throw broken("not a JSON object");
    }

    private MergeException broken(String what) {
        return new MergeException(Verdict.MALFORMED, place() + ": " + what);
    }

    private static MergeException unreadable(Path path, IOException e) {
        String message = e.getMessage();
        return new MergeException(Verdict.NOT_RUN,
                "cannot read " + path + ": " + (message == null ? e.toString() : message));
    }

    /** Where the line that was read last stands, for people. */
    String place() {
        return path(Math.max(1, life)) + ":" + line;
    }

    /** Since when the line that was read last has been there. */
    long since(long otherwise) {
        GrowingFile from = file;
        return from == null ? otherwise : from.since();
    }

    /** About so many lines are there and not read. */
    long left() {
        GrowingFile from = file;
        try {
            return from == null ? 0 : from.left() * line / Math.max(1, from.taken());
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() throws IOException {
        GrowingFile open = file;
        file = null;
        if (open != null) {
            open.close();
        }
    }
}
