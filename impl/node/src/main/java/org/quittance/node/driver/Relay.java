package org.quittance.node.driver;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Kind;
import org.quittance.core.message.Message;
import org.quittance.core.message.Quittance;

/**
 * Holds certificates and quittances back for a moment. The others mostly make them themselves, of
 * the same votes, which everyone sends to everyone; and a newer one does what an older one would.
 * Who lacks votes gets them a moment later: to the protocol that is a slow network. Nullifications
 * don't wait, since whoever needs one has waited long enough.
 *
 * <p>Memory: one message of each kind.
 */
final class Relay {

    /** Sent when no newer one has come for so long. */
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** Or when the first of a row has waited for so long. */
    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private enum What { NOTARIZATION, FINALIZATION, QUITTANCE }

    /**
     * What waits.
     *
     * @param number its view, or height
     * @param first since when one of the kind has waited
     * @param last since when this one has
     */
    private record Held(Message message, long number, long first, long last) {

        boolean isDue(long now) {
            return now - last >= QUIET_NANOS || now - first >= MOST_NANOS;
        }
    }

    private final Map<What, Held> held = new EnumMap<>(What.class);

    /**
     * Takes a message, if it may wait.
     *
     * @param now monotonic time, in nanoseconds
     * @return whether it was taken; if not, it is to be sent
     */
    boolean holds(Message message, long now) {
        Optional<What> what = whatOf(message);
        if (what.isEmpty()) {
            return false;
        }
        long number = numberOf(message);
        Held before = held.get(what.get());
        if (before != null && before.number() > number) {
            // Somebody asked for it, or it is sent again: it is as old as it is for a reason.
            return false;
        }
        held.put(what.get(),
                new Held(message, number, before == null ? now : before.first(), now));
        return true;
    }

    /** What has waited long enough: it is to be sent. */
    List<Message> due(long now) {
        List<Message> due = new ArrayList<>();
        for (Iterator<Held> each = held.values().iterator(); each.hasNext();) {
            Held next = each.next();
            if (next.isDue(now)) {
                due.add(next.message());
                each.remove();
            }
        }
        return due;
    }

    /** Does nothing wait? */
    boolean isEmpty() {
        return held.isEmpty();
    }

    private static Optional<What> whatOf(Message message) {
        return switch (message) {
            case Certificate certificate -> certificate.kind() == Kind.NULLIFY
                    ? Optional.empty()
                    : Optional.of(certificate.kind() == Kind.NOTARIZE
                            ? What.NOTARIZATION : What.FINALIZATION);
            case Quittance quittance -> Optional.of(What.QUITTANCE);
            default -> Optional.empty();
        };
    }

    private static long numberOf(Message message) {
        return switch (message) {
            case Certificate certificate -> certificate.view().number();
            case Quittance quittance -> quittance.height().number();
            default -> throw new IllegalArgumentException("has no number: " + message);
        };
    }
}
