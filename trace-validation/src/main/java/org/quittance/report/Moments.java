package org.quittance.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Finds what is worth a look in a run: where the diagram begins, and where its buttons lead. */
final class Moments {

    /** So many buttons of a kind. */
    private static final int MOST_OF_A_KIND = 3;

    private final @Nullable Integer rejected;
    private final List<Moment> list = new ArrayList<>();
    private final Map<String, Integer> count = new HashMap<>();
    private final Map<String, JsonNode> firstOfSigner = new HashMap<>();

    /**
     * A moment.
     *
     * @param name what a button says
     * @param event its place, from 0
     * @param isAlarm whether it is what the reader must see first
     */
    record Moment(String name, int event, boolean isAlarm) {}

    /** Counts the rejected event, if there is one, from 1. */
    Moments(@Nullable Integer rejected) {
        this.rejected = rejected;
        if (rejected != null) {
            list.add(new Moment("rejected event", rejected - 1, true));
        }
    }

    /** Events are shown to it in their order, with the message that they are about, if any. */
    void see(RunTrace.Step step, JsonNode message, int place) {
        switch (step.action()) {
            case "Crash" -> add("crash", " of replica " + step.node(), place);
            case "Restart" -> add("restart", " of replica " + step.node(), place);
            case "Commit" -> add("first commit", "", place);
            case "HoldCertificate" -> {
                JsonNode certificate = step.args().path("certificate");
                if (certificate.path("kind").asText().equals("nullify")) {
                    add("first nullification", "", place);
                }
            }
            case "Receive" -> seeMessage(message, place);
            default -> { }
        }
    }

    /** Two different messages of one kind, view and signer can't be those of a correct replica. */
    private void seeMessage(JsonNode message, int place) {
        String slot = message.path("signer").asText() + message.path("kind").asText()
                + message.path("view").asText();
        JsonNode first = firstOfSigner.putIfAbsent(slot, message);
        if (first != null && !first.equals(message)) {
            add("equivocation", " by replica " + message.path("signer").asText(), place);
        }
    }

    private void add(String kind, String detail, int place) {
        int most = kind.startsWith("first") || kind.equals("equivocation") ? 1 : MOST_OF_A_KIND;
        int before = count.getOrDefault(kind, 0);
        count.put(kind, before + 1);
        if (before < most) {
            list.add(new Moment(kind + detail, place, false));
        }
    }

    /** A fault of the run that no event shows, such as a partition, begins at this event. */
    void fault(String text, int place) {
        add(text, "", place);
    }

    /** The rejected event first, then the others in the order of the run. */
    List<Moment> list() {
        return list.stream().sorted(Comparator.comparing((Moment moment) -> !moment.isAlarm())
                .thenComparing(Moment::event)).toList();
    }

    /** The event around which the diagram begins, from 0: a rejection before anything else. */
    int start() {
        if (rejected != null) {
            return rejected - 1;
        }
        return List.of("equivocation", "crash", "first nullification", "first commit").stream()
                .flatMap(kind -> list.stream().filter(moment -> moment.name().startsWith(kind)))
                .mapToInt(Moment::event).findFirst().orElse(0);
    }
}
