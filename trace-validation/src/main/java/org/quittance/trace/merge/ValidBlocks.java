package org.quittance.trace.merge;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quittance.trace.Verdict;

/**
 * Which blocks have a valid payload. Only a node that has the payload can say so, and one is
 * enough, since a digest has one payload. In a run that is over all files are read once for that;
 * in one that goes on, what nobody has said after a while counts as not valid.
 */
final class ValidBlocks {

    private static final Pattern VALID = Pattern.compile("\"digest\":\"([0-9a-f]{64})\","
            + "\"view\":[0-9]+,\"parentView\":[0-9]+,\"parent\":\"[0-9a-z]+\",\"valid\":true");

    /** So many blocks are remembered while a run goes on: more than readers of traces remember. */
    static final int MOST = 1 << 14;

    private final boolean isComplete;
    /** In the order in which they were last mentioned, while a run goes on. */
    private final Map<String, Boolean> blocks;
    private boolean isWrong;

    private ValidBlocks(boolean isComplete) {
        this.isComplete = isComplete;
        this.blocks = isComplete ? new HashMap<>() : new LinkedHashMap<>(MOST, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > MOST;
            }
        };
    }

    /** Of a run that goes on: whatever is read is added. */
    static ValidBlocks growing() {
        return new ValidBlocks(false);
    }

    /** Of a run that is over. */
    static ValidBlocks of(List<Path> directories) throws MergeException {
        ValidBlocks all = new ValidBlocks(true);
        for (Path directory : directories) {
            try (Stream<Path> files = Files.list(directory)) {
                List<Path> found = files.filter(file -> file.getFileName() != null
                        && file.getFileName().toString().startsWith("ordering-")).toList();
                for (Path file : found) {
                    all.collect(file);
                }
            } catch (IOException e) {
                throw new MergeException(Verdict.NOT_RUN, "cannot read " + directory + ": "
                        + e.getMessage());
            }
        }
        return all;
    }

    private void collect(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                Matcher matcher = VALID.matcher(line);
                while (matcher.find()) {
                    String digest = matcher.group(1);
                    if (digest != null) {
                        put(digest, true);
                    }
                }
            }
        }
    }

    private void put(String digest, boolean valid) {
        Boolean before = blocks.put(digest, valid);
        isWrong |= before != null && before != valid;
    }

    /** A node says that the block is valid. */
    void add(JsonNode block) {
        if (!isComplete) {
            put(block.path("digest").asText(), true);
        }
    }

    /** Nobody says that the block is valid, and nobody will be asked any more. */
    void isInvalid(JsonNode block) {
        if (!isSettled(block)) {
            put(block.path("digest").asText(), false);
        }
    }

    /** Is it known whether the block is valid? */
    boolean isSettled(JsonNode block) {
        return isComplete || blocks.get(block.path("digest").asText()) != null;
    }

    /**
     * Is the block valid?
     *
     * @throws MergeException if another answer was given for some block before
     */
    boolean isValid(JsonNode block) throws MergeException {
        if (isWrong) {
            throw new MergeException(Verdict.NOT_RUN, "a block was taken to be invalid that"
                    + " turned out to be valid much later; merge the traces when the run is"
                    + " over");
        }
        Boolean known = blocks.get(block.path("digest").asText());
        return known != null && known;
    }
}
