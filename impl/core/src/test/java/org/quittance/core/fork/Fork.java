package org.quittance.core.fork;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A behaviour of {@code VotingFlat} that breaks agreement, as Apalache writes it (ITF): what
 * correct validators sign, step by step. Byzantine ones sign whatever helps.
 *
 * @param honest names of the correct validators
 * @param root the name of the block that everybody starts from
 * @param blocks by name
 */
record Fork(SortedSet<String> honest, String root, SortedMap<String, Block> blocks,
        List<Step> steps) {

    /** A block by its name, and those of its parent and of the views in between. */
    record Block(String name, long view, String parent, boolean valid, SortedSet<Long> skipped) {}

    /** What one correct validator does. */
    sealed interface Step {

        String node();

        record Notarize(String node, String block) implements Step {}

        record Nullify(String node, long view) implements Step {}

        record Finalize(String node, String block) implements Step {}
    }

    /** Reads a file. */
    static Fork read(Path file) throws IOException {
        JsonNode states = new ObjectMapper().readTree(Files.readString(file)).required("states");
        JsonNode first = states.required(0);
        List<Step> steps = new ArrayList<>();
        for (int k = 1; k < states.size(); k++) {
            steps.addAll(between(states.get(k - 1), states.get(k)));
        }
        return new Fork(texts(first.required("FlatHonest")), first.required("Root").asText(),
                blocks(first), List.copyOf(steps));
    }

    /** The views of the blocks that are proposed or voted for, which need a Byzantine leader. */
    SortedSet<Long> views() {
        SortedSet<Long> views = new TreeSet<>();
        for (Step step : steps) {
            if (step instanceof Step.Notarize vote) {
                views.add(blocks.get(vote.block()).view());
            }
        }
        return views;
    }

    private static List<Step> between(JsonNode before, JsonNode after) {
        List<Step> steps = new ArrayList<>();
        added(before, after, "notarizes").forEach(pair -> steps.add(
                new Step.Notarize(pair.get(0).asText(), pair.get(1).asText())));
        added(before, after, "nullifies").forEach(pair -> steps.add(
                new Step.Nullify(pair.get(0).asText(), number(pair.get(1)))));
        added(before, after, "finalizes").forEach(pair -> steps.add(
                new Step.Finalize(pair.get(0).asText(), pair.get(1).asText())));
        return steps;
    }

    /** The tuples that a set has gained. */
    private static List<JsonNode> added(JsonNode before, JsonNode after, String variable) {
        List<JsonNode> gained = new ArrayList<>();
        after.required(variable).required("#set").forEach(gained::add);
        before.required(variable).required("#set").forEach(gained::remove);
        return gained.stream().map(pair -> pair.required("#tup")).toList();
    }

    private static SortedMap<String, Block> blocks(JsonNode state) {
        SortedSet<String> valid = texts(state.required("ValidDigests"));
        SortedMap<String, Block> blocks = new TreeMap<>();
        for (String name : texts(state.required("Digests"))) {
            SortedSet<Long> skipped = new TreeSet<>();
            at(state, "SkippedBy", name).required("#set").forEach(v -> skipped.add(number(v)));
            blocks.put(name, new Block(name, number(at(state, "ViewOf", name)),
                    at(state, "ParentOf", name).asText(), valid.contains(name), skipped));
        }
        return blocks;
    }

    private static JsonNode at(JsonNode state, String function, String argument) {
        for (JsonNode entry : state.required(function).required("#map")) {
            if (entry.required(0).asText().equals(argument)) {
                return entry.required(1);
            }
        }
        throw new IllegalArgumentException(function + " is not defined for " + argument);
    }

    private static SortedSet<String> texts(JsonNode set) {
        SortedSet<String> texts = new TreeSet<>();
        set.required("#set").forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static long number(JsonNode value) {
        return value.isNumber()
                ? value.asLong()
                : Long.parseLong(value.required("#bigint").asText());
    }
}
