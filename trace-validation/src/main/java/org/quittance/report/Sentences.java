package org.quittance.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Says what an event is, in words for people. */
final class Sentences {

    private final BlockNames names;

    Sentences(BlockNames names) {
        this.names = names;
    }

    /**
     * One sentence without its subject.
     *
     * @param message what the event is about, if it is a message; for Persist what was written
     */
    String of(RunTrace.Step step, JsonNode message) {
        JsonNode args = step.args();
        return switch (step.action()) {
            case "Receive" -> "receives from replica " + message.path("signer").asText("?") + " "
                    + aMessage(message);
            case "HoldCertificate" -> "holds " + certificate(args.path("certificate"))
                    + ", signed by " + signers(step);
            case "EnterView" -> "enters view " + args.path("view").asText();
            case "Propose" -> "signs its proposal of block " + name(args);
            case "Notarize" -> "signs a notarize vote for block " + name(args);
            case "Nullify" -> "gives up view " + args.path("view").asText()
                    + ": signs a nullify vote";
            case "Finalize" -> "signs a finalize vote for block " + name(args);
            case "Persist" -> "has written " + aMessage(message) + ", and may send it from now on";
            case "Commit" -> "commits " + (args.path("path").size() == 1 ? "block " : "blocks ")
                    + String.join(", ", path(step));
            case "Crash" -> "crashes: what was not written is lost";
            case "Restart" -> "comes back with " + args.path("kept").size()
                    + " certificates, the last committed block is " + names.name(args.path("tip"));
            default -> "takes the unknown action " + step.action();
        };
    }

    /** A few words beside the mark; empty where the mark says it all. */
    String label(RunTrace.Step step, JsonNode message) {
        return switch (step.action()) {
            case "Propose" -> "signs proposal " + name(step.args());
            case "Notarize" -> "signs notarize " + name(step.args());
            case "Nullify" -> "signs nullify " + step.args().path("view").asText();
            case "Finalize" -> "signs finalize " + name(step.args());
            case "Persist" -> (message.path("kind").asText().equals("propose")
                    ? "proposal" : message.path("kind").asText("?")) + " " + object(message)
                    + " written";
            case "HoldCertificate" -> "by " + signers(step);
            default -> "";
        };
    }

    /** What the mark of the event names: a block, the blocks committed, or a view. */
    String object(RunTrace.Step step, JsonNode message) {
        return switch (step.action()) {
            case "Receive", "Persist" -> object(message);
            case "HoldCertificate" -> object(step.args().path("certificate"));
            case "Commit" -> {
                List<String> path = path(step);
                yield path.size() < 2
                        ? String.join("", path) : path.getFirst() + "\u2013" + path.getLast();
            }
            case "EnterView", "Nullify" -> step.args().path("view").asText();
            default -> step.args().has("block") ? name(step.args()) : "";
        };
    }

    /** The block of a message or certificate, or its view if it has none. */
    private String object(JsonNode message) {
        return message.has("block") ? name(message) : message.path("view").asText("?");
    }

    private String aMessage(JsonNode message) {
        return switch (message.path("kind").asText()) {
            case "propose" -> "the proposal of block " + name(message);
            case "nullify" -> "a nullify vote for view " + message.path("view").asText();
            case "notarize", "finalize" ->
                "a " + message.path("kind").asText() + " vote for block " + name(message);
            default -> "something";
        };
    }

    private String certificate(JsonNode certificate) {
        return switch (certificate.path("kind").asText()) {
            case "notarize" -> "the notarization of block " + name(certificate);
            case "finalize" -> "the finalization of block " + name(certificate);
            default -> "the nullification of view " + certificate.path("view").asText();
        };
    }

    private String name(JsonNode holder) {
        return names.name(holder.path("block"));
    }

    private List<String> path(RunTrace.Step step) {
        List<String> path = new ArrayList<>();
        step.args().path("path").forEach(block -> path.add(names.name(block)));
        return path;
    }

    private static String signers(RunTrace.Step step) {
        List<String> ids = new ArrayList<>();
        step.args().path("signers").forEach(id -> ids.add(id.asText()));
        return String.join(", ", ids);
    }
}
