package org.quittance.node.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.quittance.core.base.Digest;
import org.quittance.core.message.LogRecord;

/**
 * How many of its own messages and attestations a validator ever wrote to its log. Whoever merges
 * traces wants to know; for those that a log has lost by being shortened a small file beside it is
 * kept. It counts for the log that begins with the very bytes that it names, so it doesn't matter
 * which of the two a killed process had come to write.
 */
public record Tally(long own, long attested) {

    static final Tally NONE = new Tally(0, 0);

    private static final String NAME = "votes.dropped";
    private static final String DOMAIN = "quittance/node/shortened-log/v1";

    static Tally of(List<LogRecord> records) {
        return new Tally(
                records.stream().filter(LogRecord.Own.class::isInstance).count(),
                records.stream().filter(LogRecord.Attested.class::isInstance).count());
    }

    Tally plus(Tally more) {
        return new Tally(own + more.own, attested + more.attested);
    }

    Tally minus(Tally less) {
        return new Tally(own - less.own, attested - less.attested);
    }

    /**
     * What was dropped from a log, as a line of the file.
     *
     * @param line empty if nothing was
     */
    record Dropped(String line) {

        static final Dropped NOTHING = new Dropped("");

        /** Of the log with these bytes. */
        static Dropped of(Path directory, byte[] log) throws IOException {
            Path file = directory.resolve(NAME);
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                    if (line.matches("\\d{1,9} [0-9a-f]{64} \\d{1,18} \\d{1,18}")
                            && isOf(line, log)) {
                        return new Dropped(line);
                    }
                }
            }
            return NOTHING;
        }

        private static boolean isOf(String line, byte[] log) {
            String[] parts = line.split(" ", -1);
            int length = Integer.parseInt(parts[0]);
            return length <= log.length
                    && digest(Arrays.copyOf(log, length)).equals(parts[1]);
        }

        private static String digest(byte[] log) {
            return Digest.sha256(DOMAIN, log).hex();
        }

        Tally tally() {
            String[] parts = line.split(" ", -1);
            return line.isEmpty()
                    ? NONE
                    : new Tally(Long.parseLong(parts[2]), Long.parseLong(parts[3]));
        }

        /**
         * Writes what will have been dropped once the log begins with the bytes of the shorter one.
         * What holds for the log as it is now goes on to hold until then.
         */
        Dropped announce(Path directory, Tally tally, byte[] shorter) throws IOException {
            Dropped next = new Dropped(shorter.length + " " + digest(shorter)
                    + " " + tally.own + " " + tally.attested);
            Path young = directory.resolve(NAME + ".new");
            Files.write(young, List.of(next.line, line), StandardCharsets.ISO_8859_1);
            Files.move(young, directory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
            return next;
        }
    }
}
