package org.quittance.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The data of the space-time diagram: for each event what the script needs to draw it. What follows
 * from the order of events (views, causes, what a Persist wrote, what a Byzantine replica sent) is
 * worked out here, so that the script only draws.
 */
final class Diagram {

    /** So many events are put into a page at most; of a longer trace, those around the moment. */
    static final int MOST_EVENTS = 12_000;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final RunTrace run;
    private final BlockNames names = new BlockNames();
    private final Sentences sentences = new Sentences(names);
    private final Moments moments;
    private final Map<Integer, Lane> lanes = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<JsonNode, Integer> sightings = new HashMap<>();
    private final List<ObjectNode> events = new ArrayList<>();
    private int leadView = 1;

    /** What a replica is known to be at while its events pass by. */
    private static final class Lane {
        private int view = 1;
        private JsonNode pending = JSON.arrayNode();
    }

    private Diagram(RunTrace run, @Nullable Integer rejected, ArrayNode faults) {
        this.run = run;
        this.moments = new Moments(rejected);
        for (int k = 0; k < run.steps().size(); k++) {
            RunTrace.Step step = run.steps().get(k);
            JsonNode message = advance(step);
            events.add(event(step, message, k));
            places.put(step.node() + ":" + step.seq(), k);
            moments.see(step, message, k);
        }
        for (JsonNode fault : faults) {
            firstAt(fault.path("from").asLong())
                    .ifPresent(place -> moments.fault(fault.path("text").asText(), place));
        }
    }

    /** The first event at this time or later. */
    private OptionalInt firstAt(long millis) {
        return IntStream.range(0, run.steps().size())
                .filter(place -> run.steps().get(place).time() >= millis).findFirst();
    }

    /**
     * What the page embeds.
     *
     * @param rejected the place of the rejected event, from 1, if there is one
     * @param faults what is known of the faults of the run: objects with from, to, text, end
     */
    static ObjectNode data(RunTrace run, @Nullable Integer rejected, ArrayNode faults) {
        return new Diagram(run, rejected, faults).assemble(rejected, faults);
    }

    private ObjectNode assemble(@Nullable Integer rejected, ArrayNode faults) {
        int from = Math.max(0, Math.min(events.size() - MOST_EVENTS,
                moments.start() - MOST_EVENTS * 2 / 3));
        int to = Math.min(events.size(), from + MOST_EVENTS);
        ObjectNode data = JSON.objectNode();
        ArrayNode lanesJson = data.putArray("lanes");
        for (int id = 0; id < run.validators(); id++) {
            lanesJson.addObject().put("id", id).put("name", "Replica " + id)
                    .put("byzantine", run.byzantine().contains(id));
        }
        data.set("blocks", names.blocks());
        data.putArray("blockKeys").add("block").add("committed").add("tip");
        data.set("faults", faults);
        data.put("first", from + 1).put("total", events.size());
        if (rejected == null) {
            data.putNull("rejected");
        } else {
            data.put("rejected", rejected - 1 - from);
        }
        ArrayNode eventsJson = data.putArray("events");
        events.subList(from, to).forEach(event -> eventsJson.add(moved(event, from)));
        ArrayNode momentsJson = data.putArray("moments");
        moments.list().stream().filter(moment -> moment.event() >= from && moment.event() < to)
                .forEach(moment -> momentsJson.addObject().put("name", moment.name())
                        .put("event", moment.event() - from).put("alarm", moment.isAlarm()));
        int view = events.isEmpty() ? 1 : lead(moments.start());
        int first = events.isEmpty() ? 1 : lead(from);
        data.putArray("views").add(first).add(Math.max(first, view - 1)).add(view + 1)
                .add(events.isEmpty() ? 1 : lead(to - 1));
        return data;
    }

    private int lead(int event) {
        return events.get(event).path("l").asInt();
    }

    /** The event with its references counted from the first event that is in the page. */
    private static ObjectNode moved(ObjectNode event, int from) {
        if (from == 0) {
            return event;
        }
        if (event.has("y")) {
            int place = event.path("y").asInt() - from;
            if (place < 0) {
                event.remove("y");
            } else {
                event.put("y", place);
            }
        }
        ArrayNode causes = JSON.arrayNode();
        event.path("c").forEach(cause -> {
            if (cause.asInt() >= from) {
                causes.add(cause.asInt() - from);
            }
        });
        event.set("c", causes);
        return event;
    }

    /** Brings the lane up to date; returns the message that the step is about, if any. */
    private JsonNode advance(RunTrace.Step step) {
        Lane lane = lanes.computeIfAbsent(step.node(), id -> new Lane());
        JsonNode message = switch (step.action()) {
            case "Receive" -> step.args().path("message");
            case "Persist" -> lane.pending.path(0);
            default -> MissingNode.getInstance();
        };
        switch (step.action()) {
            case "EnterView" -> lane.view = step.args().path("view").asInt();
            case "Crash" -> lane.view = 0;
            case "Restart" -> lane.view = step.post().path("view").asInt(1);
            default -> { }
        }
        if (step.post().has("pending")) {
            lane.pending = step.post().path("pending");
        } else if (step.action().equals("Crash")) {
            lane.pending = JSON.arrayNode();
        }
        leadView = Math.max(leadView, lane.view);
        return message;
    }

    private ObjectNode event(RunTrace.Step step, JsonNode message, int place) {
        ObjectNode event = JSON.objectNode();
        event.put("n", step.node()).put("q", step.seq()).put("t", step.time())
                .put("a", step.action());
        Lane lane = lanes.get(step.node());
        event.put("w", lane == null ? 1 : lane.view).put("l", leadView);
        String kind = kind(step, message);
        if (!kind.isEmpty()) {
            event.put("k", kind);
        }
        event.put("o", sentences.object(step, message)).put("x", sentences.label(step, message))
                .put("e", sentences.of(step, message));
        ArrayNode causes = JSON.arrayNode();
        step.cause().forEach((node, seq) -> {
            Integer cause = places.get(node + ":" + seq);
            if (cause != null) {
                causes.add(cause);
            }
        });
        event.set("c", causes);
        if (step.action().equals("Receive")
                && run.byzantine().contains(message.path("signer").asInt(-1))) {
            foreign(event, message, place);
        }
        event.set("d", names.shorten(step.args()));
        event.set("p", names.shorten(step.post()));
        return event;
    }

    /** A message of a Byzantine replica: where it was seen first stands for where it was sent. */
    private void foreign(ObjectNode event, JsonNode message, int place) {
        int signer = message.path("signer").asInt();
        Integer seen = sightings.putIfAbsent(message, place);
        if (seen == null) {
            event.put("z", signer);
        }
        event.put("g", signer).put("y", seen == null ? place : seen);
    }

    private static String kind(RunTrace.Step step, JsonNode message) {
        return switch (step.action()) {
            case "Receive", "Persist" -> message.path("kind").asText();
            case "HoldCertificate" -> step.args().path("certificate").path("kind").asText();
            case "Propose" -> "propose";
            case "Notarize" -> "notarize";
            case "Nullify" -> "nullify";
            case "Finalize" -> "finalize";
            default -> "";
        };
    }
}
