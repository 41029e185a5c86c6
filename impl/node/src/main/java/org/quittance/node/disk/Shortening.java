package org.quittance.node.disk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.View;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.Block;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Evidence;
import org.quittance.core.message.EvidencePair;
import org.quittance.core.message.Kind;
import org.quittance.core.message.LogRecord;

/**
 * Which records of a log may go once a snapshot is durable. Nothing that a correct validator
 * promised is forgotten:
 *
 * <ul>
 *   <li><b>Votes and proposals.</b> Whoever comes back reads only those in views above that of the
 *       last committed block, its tip; and it signs nothing in a view at or below, for all rules
 *       that sign ask for a later one: it is in a view above the tip's from its first step on, as
 *       it holds the tip's finalization, and finalizes only above it. All above the tip stay.
 *   <li><b>Attestations.</b> One is signed right after its block was executed, and a later life
 *       executes only blocks above the snapshot. That can't be an older snapshot: the way up from
 *       it needs blocks that are gone, and without them the core refuses to start. All above the
 *       snapshot stay. Those below serve to find out that an own attestation was wrong, by a
 *       quittance for that very height. A replica that never stops remembers {@link #HEIGHTS}
 *       heights for that, below the lower of its last block and its newest quittance; the same
 *       stay here, and so many of the last as are sent again.
 *   <li><b>Certificates, blocks.</b> Those that are read back stay: certificates from the tip's
 *       view on, blocks above the tip, and blocks that are committed but not in the snapshot.
 *   <li><b>Guilt of others.</b> What is read back stays, and beyond it the first evidence of each
 *       kind against each validator, for ever; a divergence stays whatever happens.
 * </ul>
 */
final class Shortening {

    /** So many heights a running replica keeps what it attested, as the core has it. */
    static final long HEIGHTS = 64;

    /** So many of its last attestations a replica sends again. */
    static final int SENT_AGAIN = 16;

    private record Guilt(ValidatorId culprit, Optional<EvidencePair> pair) {}

    private final LogRecord.@Nullable Committed tip;
    private final View tipView;
    private final View finalized;
    private final long floor;
    private final Set<Digest> above;
    private final Set<Guilt> told = new HashSet<>();

    private Shortening(List<LogRecord> records, Height snapshot, Height quitted) {
        LogRecord.Committed last = tip(records);
        this.tip = last;
        this.tipView = last == null ? View.GENESIS : last.block().view();
        this.finalized = finalized(records, tipView);
        this.floor = Math.min(sentAgain(records),
                Math.min(snapshot.number(), quitted.number()) - HEIGHTS);
        this.above = above(records, snapshot).orElseThrow(() -> new IllegalArgumentException(
                "the log lacks a block that it commits above height " + snapshot.number()));
    }

    /**
     * The records that stay, in their order.
     *
     * @param snapshot the height of a durable snapshot; no later life begins with an older one
     * @param quitted the height of the newest quittance, or 0
     * @throws IllegalArgumentException if the log lacks a committed block above the snapshot; then
     *     nobody could start with it anyway
     */
    static List<LogRecord> keep(List<LogRecord> records, Height snapshot, Height quitted) {
        Shortening shortening = new Shortening(records, snapshot, quitted);
        return records.stream().filter(shortening::stays).toList();
    }

    private static View finalized(List<LogRecord> records, View tipView) {
        View highest = tipView;
        for (LogRecord record : records) {
            if (record instanceof LogRecord.Held(Certificate held)
                    && held.kind() == Kind.FINALIZE && held.view().compareTo(highest) > 0) {
                highest = held.view();
            }
        }
        return highest;
    }

    /** The lowest height of an own attestation that is sent again after a restart. */
    private static long sentAgain(List<LogRecord> records) {
        List<Long> heights = new ArrayList<>();
        for (LogRecord record : records) {
            if (record instanceof LogRecord.Attested(Attestation attestation)) {
                heights.add(attestation.height().number());
            }
        }
        // Not always in the order of the log: a later life may attest what an earlier one hadn't.
        heights.sort(Comparator.reverseOrder());
        return heights.size() < SENT_AGAIN ? 0 : heights.get(SENT_AGAIN - 1);
    }

    /** The height of the last block that a log commits. */
    static Height committed(List<LogRecord> records) {
        LogRecord.Committed tip = tip(records);
        return tip == null ? Height.GENESIS : tip.height();
    }

    private static LogRecord.@Nullable Committed tip(List<LogRecord> records) {
        LogRecord.Committed last = null;
        for (LogRecord record : records) {
            last = record instanceof LogRecord.Committed committed ? committed : last;
        }
        return last;
    }

    /** Does a log have all blocks that it commits above this height? */
    static boolean hasBlocksFrom(List<LogRecord> records, Height height) {
        return above(records, height).isPresent();
    }

    /** The committed blocks above a height; empty if the log lacks one. */
    private static Optional<Set<Digest>> above(List<LogRecord> records, Height height) {
        Map<Digest, Block> blocks = new HashMap<>();
        for (LogRecord record : records) {
            record.storedBody()
                    .ifPresent(body -> blocks.put(body.block().digest(), body.block()));
        }
        LogRecord.Committed tip = tip(records);
        Set<Digest> path = new HashSet<>();
        Digest next = tip == null ? Digest.NONE : tip.block().digest();
        long left = tip == null ? 0 : tip.height().number() - height.number();
        while (left > 0) {
            Block block = blocks.get(next);
            if (block == null) {
                return Optional.empty();
            }
            path.add(next);
            next = block.parent();
            left--;
        }
        return Optional.of(path);
    }

    private boolean stays(LogRecord record) {
        return switch (record) {
            case LogRecord.Own own -> own.message().signed().view().compareTo(tipView) > 0
                    || record.storedBody().filter(this::isAbove).isPresent();
            case LogRecord.Stored(Body body) ->
                    body.block().view().compareTo(tipView) > 0 || isAbove(body);
            case LogRecord.Held(Certificate held) -> held.view().compareTo(tipView) >= 0;
            case LogRecord.Committed committed -> committed == tip;
            case LogRecord.Convicted(Evidence evidence) -> told.add(
                    new Guilt(evidence.culprit(), Optional.of(evidence.pair())))
                    || evidence.view().compareTo(finalized) >= 0;
            case LogRecord.Attested(Attestation attestation) ->
                    attestation.height().number() >= floor;
            case LogRecord.Accused accused -> told.add(
                    new Guilt(accused.evidence().culprit(), Optional.empty()))
                    || accused.evidence().height().number() >= floor;
            case LogRecord.Diverged diverged -> true;
        };
    }

    private boolean isAbove(Body body) {
        return above.contains(body.block().digest());
    }
}
