package org.quittance.models;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.Manifest.Kind;
import org.quittance.models.Manifest.Mode;
import org.quittance.models.Manifest.Model;
import org.quittance.models.Manifest.Mutant;
import org.quittance.models.Manifest.Symbolic;
import org.quittance.models.Manifest.Tier;
import org.quittance.models.Manifest.Uncovered;
import org.quittance.models.Outcome.Violates;

/**
 * Reads {@code models.json}. Whatever it does not understand is an error: nothing is skipped. Paths
 * are relative to the folder of the specs; fields in brackets may be left out.
 *
 * <pre>
 * models:    name, spec, module, config, tool "tlc", tier "everyday" | "nightly", bounds,
 *            mode "check" | "simulate" (then traces and depth, for random runs),
 *            expect, distinct (needed where all states are checked and all holds), seconds,
 *            [coverage] false to leave it out when coverage is measured
 * symbolic:  name, [spec], module, tier, seconds, kind "typecheck"
 *            | "bounded": bounds, expect, inv, length (0: no step), [cinit], [init], [next]
 *            | "inductive": bounds, expect, inv, [implies], [cinit], [init], [next],
 *              [from] what gives any state of inv (inv itself if left out);
 *              checked are init =&gt; inv, that next keeps inv, and inv =&gt; each of implies
 * mutants:   name, of (a spec), rule, what, module, config, expect, [seconds]
 * uncovered: spec, what (as printed for the gap), reason
 * expect:    result "holds", or result "violates" and property
 * </pre>
 */
public final class ManifestReader {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /** A mutant without a registered time is small. */
    private static final double MUTANT_SECONDS = 10;

    private ManifestReader() {}

    /**
     * Reads the manifest of a folder of specs. Does not look at the files that it names.
     *
     * @throws InputException if there is none, or it is wrong
     */
    public static Manifest read(Path specs) {
        Path file = specs.resolve(Manifest.FILE);
        if (!Files.isRegularFile(file)) {
            throw new InputException(
                    "there is no "
                            + file
                            + "; run from the top of the repository, or give --specs DIR");
        }
        JsonNode json;
        try {
            json = JSON.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new InputException(
                    file
                            + ", line "
                            + e.getLocation().getLineNr()
                            + ": not JSON: "
                            + e.getOriginalMessage());
        } catch (IOException e) {
            throw new InputException(file + " can't be read: " + e.getMessage());
        }
        JsonObject top = new JsonObject(file.toString(), json);
        Manifest manifest =
                new Manifest(
                        specs,
                        list(top, "models", ManifestReader::model),
                        list(top, "symbolic", ManifestReader::symbolic),
                        list(top, "mutants", ManifestReader::mutant),
                        list(top, "uncovered", ManifestReader::uncovered));
        top.end();
        Set<String> names = new HashSet<>();
        manifest.entries()
                .forEach(
                        e -> {
                            if (!names.add(e.name())) {
                                throw new InputException(
                                        file + ": two entries have the name " + e.name());
                            }
                        });
        return manifest;
    }

    private static <T> List<T> list(JsonObject top, String field, Function<JsonObject, T> read) {
        List<T> all = new ArrayList<>();
        for (JsonObject item : top.objects(field)) {
            all.add(read.apply(item));
            item.end();
        }
        return List.copyOf(all);
    }

    private static Model model(JsonObject o) {
        String name = o.name();
        if (!o.string("tool").equals("tlc")) {
            throw o.wrong("tool", "must be tlc; checks for Apalache stand under \"symbolic\"");
        }
        Mode mode = o.oneOf("mode", Mode.class);
        Outcome expect = expect(o);
        boolean simulate = mode == Mode.SIMULATE;
        @Nullable Long distinct = simulate ? null : o.optionalCount("distinct");
        if (distinct == null && !simulate && expect.equals(Manifest.HOLDS)) {
            throw o.wrong("distinct", "is missing: the number of distinct states");
        }
        return new Model(
                name,
                o.string("spec"),
                o.string("module"),
                o.string("config"),
                o.oneOf("tier", Tier.class),
                o.string("bounds"),
                mode,
                expect,
                distinct,
                o.seconds(),
                o.flag("coverage", true) && !simulate,
                simulate ? o.positive("traces") : 0,
                simulate ? o.positive("depth") : 0);
    }

    private static Mutant mutant(JsonObject o) {
        Mutant mutant =
                new Mutant(
                        o.name(),
                        o.string("of"),
                        o.string("rule"),
                        o.string("module"),
                        o.string("config"),
                        o.string("what"),
                        expect(o),
                        o.has("seconds") ? o.seconds() : MUTANT_SECONDS);
        if (!(mutant.expect() instanceof Violates)) {
            throw o.wrong("expect", "must be a violation: a mutant that holds shows nothing");
        }
        return mutant;
    }

    private static Symbolic symbolic(JsonObject o) {
        String name = o.name();
        Kind kind = o.oneOf("kind", Kind.class);
        String module = o.string("module");
        boolean types = kind == Kind.TYPECHECK;
        String inv = types ? "" : o.string("inv");
        return new Symbolic(
                name,
                o.optional("spec", moduleName(module)),
                module,
                kind,
                o.oneOf("tier", Tier.class),
                types ? "types" : o.string("bounds"),
                types || !o.has("cinit") ? null : o.string("cinit"),
                types ? "" : o.optional("init", "Init"),
                types ? "" : o.optional("next", "Next"),
                inv,
                kind == Kind.BOUNDED ? o.count("length") : 0,
                kind == Kind.INDUCTIVE ? o.optional("from", inv) : inv,
                kind == Kind.INDUCTIVE ? o.strings("implies") : List.of(),
                types ? Manifest.HOLDS : expect(o),
                o.seconds());
    }

    private static Uncovered uncovered(JsonObject o) {
        return new Uncovered(o.string("spec"), o.string("what"), o.string("reason"));
    }

    private static Outcome expect(JsonObject o) {
        JsonObject expect = o.object("expect");
        String result = expect.string("result");
        Outcome outcome =
                switch (result) {
                    case "holds" -> Manifest.HOLDS;
                    case "violates" -> new Violates(expect.string("property"));
                    default -> throw expect.wrong("result", "must be holds or violates");
                };
        expect.end();
        return outcome;
    }

    /** The name of the module in a file, which TLA+ wants to be that of the file. */
    static String moduleName(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.endsWith(".tla") ? name.substring(0, name.length() - 4) : name;
    }
}
