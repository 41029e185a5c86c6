package org.quittance.sim.run;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.consensus.Event;
import org.quittance.core.message.Signed;
import org.quittance.core.message.Statement;
import org.quittance.core.trace.TraceFormat;
import org.quittance.sim.host.Keys;
import org.quittance.sim.host.Payloads;
import org.quittance.sim.scenario.Scenario;

/**
 * Numbers the events of the correct replicas and writes their trace, in the one order in which the
 * simulator takes steps.
 */
final class Recorder {

    private record Key(int signer, Statement statement) {}

    private final @Nullable Consumer<String> sink;
    private final Payloads payloads;
    // Only looked up, never iterated, so its order can't matter.
    private final Map<Key, Long> persisted = new HashMap<>();
    private final SortedMap<ValidatorId, Long> last = new TreeMap<>();
    private long events;

    /**
     * A recorder of one run.
     *
     * @param sink takes the lines; if null the events are numbered all the same
     * @param commit of the software, for the header
     */
    Recorder(
            @Nullable Consumer<String> sink,
            Scenario scenario,
            Keys keys,
            Payloads payloads,
            String commit) {
        this.sink = sink;
        this.payloads = payloads;
        if (sink != null) {
            sink.accept(TraceFormat.header(keys.validators(),
                    scenario.byzantine().keySet().stream().map(ValidatorId::new).toList(),
                    commit, scenario.name(), scenario.seed()));
        }
    }

    /** Records an event of a correct replica. */
    void event(int node, Event event, long millis) {
        ValidatorId id = new ValidatorId(node);
        long seq = last.getOrDefault(id, -1L) + 1;
        last.put(id, seq);
        events++;
        if (sink != null) {
            sink.accept(TraceFormat.event(
                    id, seq, causeOf(event), millis, event, payloads::isValidBlock));
        }
    }

    /** The event recorded last for this node was that it made this message durable. */
    void persisted(int node, Statement statement) {
        Long seq = last.get(new ValidatorId(node));
        if (seq != null) {
            persisted.put(new Key(node, statement), seq);
        }
    }

    /** Writes the last line. */
    void end() {
        if (sink != null) {
            sink.accept(TraceFormat.end(events, Collections.unmodifiableSortedMap(last)));
        }
    }

    /** How many events were recorded. */
    long events() {
        return events;
    }

    private SortedMap<ValidatorId, Long> causeOf(Event event) {
        SortedMap<ValidatorId, Long> cause = new TreeMap<>();
        if (event instanceof Event.Receive(Signed message)) {
            Long seq = persisted.get(new Key(message.signer().index(), message.statement()));
            if (seq != null) {
                cause.put(message.signer(), seq);
            }
        }
        return cause;
    }
}
