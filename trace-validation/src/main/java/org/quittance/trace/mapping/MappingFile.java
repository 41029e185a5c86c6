package org.quittance.trace.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.format.Action;
import org.quittance.trace.format.FieldType;
import org.quittance.trace.format.TraceSpec;

/**
 * Reads a mapping file: what the traces of somebody's spec say. It is one object of JSON, beside
 * the modules of TLA+ that it speaks of, with the fields
 *
 * <ul>
 *   <li>name: the spec, as the header of a trace names it,
 *   <li>traceSpec: the module with an operator Is{Action}(e) for each action,
 *   <li>nodes: the field of the header that lists the nodes 0, 1, ...; "nodes" if left out,
 *   <li>silent: the field of the header with the set of nodes that log nothing, if there is one,
 *   <li>header: the other fields of the header and their types,
 *   <li>types: names for types, each made of those above it,
 *   <li>actions: by name, each with its "args" and its "post", the fields and their types,
 *   <li>constants: for constants of the spec an expression of TLA+, in which ${field} stands for
 *       the value of a field of the header, and that of the nodes for the set of them,
 *   <li>oneNode: true if all events of a trace are of one node,
 *   <li>cause: effect, message, signer and origin of {@link TraceSpec.Cause}.
 * </ul>
 *
 * <p>Only name, traceSpec and actions must be there. {@link TypeText} says how types are written.
 */
public final class MappingFile {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /** What every header has. */
    private static final Set<String> TAKEN =
            Set.of("format", "version", "spec", "commit", "scenario", "seed");

    private final MappingObject in;
    private final Map<String, FieldType> types = new LinkedHashMap<>();

    private MappingFile(MappingObject in) {
        this.in = in;
    }

    /**
     * Reads it.
     *
     * @throws IOException if it can't be read or is not one; its message is for people
     */
    public static TraceSpec read(Path file) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IOException(file + ": there is no such file, or it can't be read. To mend"
                    + " it: name a mapping file.");
        }
        JsonNode node;
        try {
            node = JSON.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw MappingObject.error(
                    file + (at == null ? "" : ":" + at.getLineNr()),
                    "",
                    "this is not JSON (" + e.getOriginalMessage() + ")",
                    "write one object of JSON");
        }
        return new MappingFile(new MappingObject(file.toString(), "", node)).spec(file);
    }

    private TraceSpec spec(Path file) throws IOException {
        MappingObject aliases = in.object("types");
        for (String name : aliases.identifiers()) {
            types.put(name, type(aliases, name));
        }
        String nodes = in.has("nodes") ? in.identifier("nodes") : "nodes";
        Map<String, FieldType> header = fields(in.object("header"));
        for (String name : header.keySet()) {
            if (TAKEN.contains(name) || name.equals(nodes)) {
                throw in.error(
                        "header." + name, "every header has this field", "leave it out here");
            }
        }
        TraceSpec spec =
                new TraceSpec(
                        in.text("name"),
                        root(file),
                        List.of(),
                        nodes,
                        silent(header),
                        header,
                        actions(),
                        new TraceSpec.Next(List.of(), Set.of(), Set.of()),
                        in.has("oneNode") && in.flag("oneNode"),
                        cause(),
                        constants(nodes, header));
        in.end();
        return spec;
    }

    private String root(Path file) throws IOException {
        String root = in.identifier("traceSpec");
        Path module = file.resolveSibling(root + ".tla");
        if (!Files.isReadable(module)) {
            throw in.error(
                    "traceSpec", "there is no file " + module, "put that module beside this file");
        }
        return root;
    }

    private String silent(Map<String, FieldType> header) throws IOException {
        if (!in.has("silent")) {
            return "";
        }
        String silent = in.identifier("silent");
        boolean isSet = header.get(silent) instanceof FieldType.SetOf set
                && set.element() instanceof FieldType.Number;
        if (!isSet) {
            throw in.error(
                    "silent",
                    "the header has no field " + silent + " of type Set(Int)",
                    "add it to \"header\"");
        }
        return silent;
    }

    private List<Action> actions() throws IOException {
        MappingObject all = in.object("actions");
        List<Action> actions = new ArrayList<>();
        for (String name : all.identifiers()) {
            MappingObject action = all.object(name);
            actions.add(
                    new Action(
                            name, fields(action.object("args")), fields(action.object("post"))));
            action.end();
        }
        if (actions.isEmpty()) {
            throw in.error("actions", "there are none", "write each as \"Name\": {...}");
        }
        return actions;
    }

    private Map<String, FieldType> fields(MappingObject from) throws IOException {
        Map<String, FieldType> fields = new LinkedHashMap<>();
        for (String name : from.identifiers()) {
            fields.put(name, type(from, name));
        }
        return fields;
    }

    private FieldType type(MappingObject from, String name) throws IOException {
        try {
            return TypeText.parse(from.text(name), types);
        } catch (TypeText.Wrong e) {
            throw from.error(name, String.valueOf(e.getMessage()), e.mend());
        }
    }

    private TraceSpec.@Nullable Cause cause() throws IOException {
        if (!in.has("cause")) {
            return null;
        }
        MappingObject from = in.object("cause");
        TraceSpec.Cause cause =
                new TraceSpec.Cause(
                        from.text("effect"),
                        from.text("message"),
                        from.text("signer"),
                        from.text("origin"));
        from.end();
        MappingObject actions = in.object("actions");
        if (!actions.has(cause.effect()) || !actions.has(cause.origin())) {
            throw in.error(
                    "cause",
                    cause.effect() + " and " + cause.origin() + " are not both actions",
                    "name actions of this file");
        }
        Map<String, FieldType> args =
                fields(actions.object(cause.effect()).object("args"));
        boolean isSigned = args.get(cause.message()) instanceof FieldType.Rec message
                && message.fields().get(cause.signer()) instanceof FieldType.Number;
        if (!isSigned) {
            throw in.error(
                    "cause",
                    "no argument " + cause.message() + " of " + cause.effect()
                            + " is a record with a number " + cause.signer(),
                    "name an argument that is one");
        }
        return cause;
    }

    private MappedConstants constants(String nodes, Map<String, FieldType> header)
            throws IOException {
        MappingObject from = in.object("constants");
        List<String> known = new ArrayList<>(List.of(nodes));
        known.addAll(header.keySet());
        Map<String, String> expressions = new LinkedHashMap<>();
        for (String name : from.identifiers()) {
            expressions.put(name, from.text(name));
            for (String field : MappedConstants.fields(from.text(name))) {
                if (!known.contains(field)) {
                    throw from.error(
                            name,
                            "the header has no field " + field,
                            "add it to \"header\", or write one of "
                                    + String.join(", ", known));
                }
            }
        }
        return new MappedConstants(nodes, expressions);
    }
}
