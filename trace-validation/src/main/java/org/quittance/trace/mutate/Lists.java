package org.quittance.trace.mutate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.InputException;

/**
 * What is listed of mutants: which rejections are consequences of a flaw, and which mutants survive
 * and why.
 *
 * @param rules the consequences
 * @param survivors the survivors, by reason
 */
record Lists(List<Rule> rules, List<Survivors> survivors) {

    private static final String RULES = "consequences.json";
    private static final String SURVIVORS = "survivors.json";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .build();

    Lists {
        rules = List.copyOf(rules);
        survivors = List.copyOf(survivors);
    }

    /**
     * Reads them.
     *
     * @param rules the file of the consequences; null for those of the specs of this program
     * @param survivors the file of the survivors; null for those of the traces of this program
     * @throws InputException if a file is not as it must be
     * @throws IOException if a file can't be read
     */
    static Lists read(@Nullable Path rules, @Nullable Path survivors) throws IOException {
        return new Lists(
                read(rules, RULES, new TypeReference<List<Rule>>() {}),
                read(survivors, SURVIVORS, new TypeReference<List<Survivors>>() {}));
    }

    private static <T> List<T> read(@Nullable Path file, String own, TypeReference<List<T>> type)
            throws IOException {
        String name = file == null ? own : file.toString();
        try {
            return JSON.readValue(file == null ? own(own) : Files.readString(file), type);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new InputException(name + (at == null ? "" : ":" + at.getLineNr()) + ": "
                    + (e instanceof ValueInstantiationException
                            ? "a member is missing"
                            : e.getOriginalMessage())
                    + "; write it like those that come with this program");
        }
    }

    private static String own(String name) throws IOException {
        try (InputStream in = Lists.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is not on the class path; build again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** All groups that are known to have survivors, with the reason. */
    Map<Group, Survivors> known() {
        Map<Group, Survivors> known = new HashMap<>();
        for (Survivors each : survivors) {
            for (Survivors.Known group : each.groups()) {
                known.put(
                        new Group(each.spec(), group.operator(), group.action(), group.field()),
                        each);
            }
        }
        return known;
    }

    /** The mutant that shows that a group has survivors. */
    boolean isExample(Group group, String at) {
        return survivors.stream()
                .filter(s -> s.spec().equals(group.spec()))
                .flatMap(s -> s.groups().stream())
                .anyMatch(k -> k.operator() == group.operator()
                        && k.action().equals(group.action())
                        && k.field().equals(group.field())
                        && k.example().equals(at));
    }
}
