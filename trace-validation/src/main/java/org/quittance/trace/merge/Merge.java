package org.quittance.trace.merge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.InputException;
import org.quittance.trace.Verdict;

/**
 * Merges what the nodes of a run that is over recorded, each for itself, into one trace.
 *
 * <p>A validator whose files are not given is taken to be Byzantine: the spec then holds it to
 * nothing but its signatures.
 */
public final class Merge {

    /** So many views or heights are remembered: more than validators of traces ever do. */
    private static final long REMEMBERED = 10_000;

    private Merge() {}

    /** What came of a merge. */
    public record Merged(Path file, long events, int crashes) {}

    /**
     * Merges the traces of ordering.
     *
     * @param directories one for each node, in any order
     */
    public static Merged ordering(List<Path> directories, Path out) throws MergeException {
        return merge(
                new OrderingRules(ValidBlocks.of(directories), REMEMBERED), directories, out);
    }

    /** Merges the traces of execution and attestation. */
    public static Merged system(List<Path> directories, Path out) throws MergeException {
        return merge(new SystemRules(REMEMBERED), directories, out);
    }

    /** Puts the lives of the settlement of one node together. */
    public static Merged settlement(Path directory, Path out) throws MergeException {
        return merge(new SettlementRules(), List.of(directory), out);
    }

    private static Merged merge(Rules rules, List<Path> directories, Path out)
            throws MergeException {
        try (Merger merger = new Merger(rules);
                BufferedWriter writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
            for (Path directory : directories) {
                ProcessStream stream = new ProcessStream(directory, rules, 0);
                if (!stream.open(0)) {
                    throw new MergeException(Verdict.MALFORMED, "there is no "
                            + directory.resolve(rules.kind() + "-1.ndjson") + "; a node writes"
                            + " it if its setting trace names this folder");
                }
                merger.add(stream);
            }
            write(writer, merger.header());
            for (ObjectNode next = next(merger); next != null; next = next(merger)) {
                write(writer, next);
            }
            write(writer, merger.end());
            return new Merged(out, merger.events(), merger.crashes());
        } catch (IOException e) {
            throw new InputException("can't write " + out + ": " + e.getMessage());
        }
    }

    private static void write(BufferedWriter writer, ObjectNode line) throws IOException {
        writer.write(line.toString());
        writer.write('\n');
    }

    /** The next event; null at the end. */
    private static @Nullable ObjectNode next(Merger merger) throws MergeException {
        merger.poll(0);
        // Nobody is expected to go on.
        ObjectNode next = merger.next(Long.MAX_VALUE);
        if (next != null) {
            return next;
        }
        List<Stuck> stuck = merger.stuck();
        if (stuck.isEmpty()) {
            return null;
        }
        for (Stuck each : stuck) {
            ProcessStream awaited = each.awaited();
            if (awaited != null && each.isDry() && !awaited.isPending(each.message())) {
                return merger.release(each);
            }
        }
        Stuck first = Stuck.inVain(stuck);
        if (first != null) {
            return merger.release(first);
        }
        throw new MergeException(Verdict.NOT_RUN, stuck.get(0).text()
                + ", and the trace of that node ends before it; give the rest");
    }
}
