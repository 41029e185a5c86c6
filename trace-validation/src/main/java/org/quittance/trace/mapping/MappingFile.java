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
import org.quittance.trace.format.FieldType;
import org.quittance.trace.format.TraceSpec;

/**
 * Reads a mapping file: what the traces of somebody's spec say. It is one object of JSON, beside
 * the modules of TLA+ that it speaks of, with the fields
 *
 * <ul>
 *   <li>name: the spec, as the header of a trace names it,
 *   <li>traceSpec: the module with an operator Is{Action}(e) for each action; if there is none, the
 *       name is that of the spec's module, and the actions say what their steps are,
 *   <li>nodes: the field of the header that lists the nodes 0, 1, ...; "nodes" if left out,
 *   <li>silent: the field of the header with the set of nodes that log nothing, if there is one,
 *   <li>header: the other fields of the header and their types; a list is one for each node,
 *   <li>types: names for types, each made of those above it,
 *   <li>actions: by name, each with its "args" and its "post", the fields and their types. Without
 *       a trace spec also "step", an expression of TLA+ on the event e, if it is not the action of
 *       that name on the arguments in order; and in "post" in place of a type {"type": T, "at":
 *       expression}, if it is not the primed variable that is compared,
 *   <li>constants: for constants of the spec an expression of TLA+, in which ${field} stands for
 *       the value of a field of the header, and that of the nodes for the set of them,
 *   <li>oneNode: true if all events of a trace are of one node,
 *   <li>cause: effect, message, signer and origin of {@link TraceSpec.Cause}.
 * </ul>
 *
 * <p>Only name and actions must be there. {@link TypeText} says how types are written.
 */
public final class MappingFile {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final String TRACE_SPEC = "traceSpec";

    /** What every header has. */
    private static final Set<String> TAKEN =
            Set.of("format", "version", "spec", "commit", "scenario", "seed");

    /** The module that is made in place of a trace spec is named so, and after the spec. */
    private static final String MADE = "Mapped";

    private final MappingObject in;
    private final Path file;

    private MappingFile(Path file, JsonNode node) throws IOException {
        this.in = new MappingObject(file.toString(), "", node);
        this.file = file;
    }

    /**
     * Reads it.
     *
     * @throws IOException if it can't be read or is not one; its message is for people
     */
    public static TraceSpec read(Path file) throws IOException {
        return open(file).spec();
    }

    /**
     * The folders with the modules of its spec: its own, and if it has no trace spec a temporary
     * one for the module that is made of it.
     *
     * @throws IOException if it can't be read or is not one; its message is for people
     */
    public static List<Path> folders(Path file) throws IOException {
        MappingFile mapping = open(file);
        TraceSpec spec = mapping.spec();
        Path own = file.toAbsolutePath().getParent();
        List<Path> folders = new ArrayList<>();
        if (own != null) {
            folders.add(own);
        }
        if (!mapping.in.has(TRACE_SPEC)) {
            Path made = Files.createTempDirectory("quittance-mapping-");
            Path module = made.resolve(spec.root() + ".tla");
            Files.writeString(module, mapping.actions().module(spec.root(), spec.name()));
            // In this order, since the last that was named goes first.
            made.toFile().deleteOnExit();
            module.toFile().deleteOnExit();
            folders.add(made);
        }
        return folders;
    }

    private static MappingFile open(Path file) throws IOException {
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
        return new MappingFile(file, node);
    }

    private TraceSpec spec() throws IOException {
        String nodes = in.has("nodes") ? in.identifier("nodes") : "nodes";
        Map<String, FieldType> header = types().fields(in.object("header"));
        for (String name : header.keySet()) {
            if (TAKEN.contains(name) || name.equals(nodes)) {
                throw in.error(
                        "header." + name, "every header has this field", "leave it out here");
            }
        }
        TraceSpec spec =
                new TraceSpec(
                        in.text("name"),
                        root(),
                        List.of(),
                        nodes,
                        silent(header),
                        header,
                        actions().actions(),
                        new TraceSpec.Next(List.of(), Set.of(), Set.of()),
                        in.has("oneNode") && in.flag("oneNode"),
                        cause(),
                        constants(nodes, header),
                        null,
                        "");
        in.end();
        return spec;
    }

    private MappedTypes types() throws IOException {
        return MappedTypes.of(in.object("types"));
    }

    private MappedActions actions() throws IOException {
        return MappedActions.of(in, types(), !in.has(TRACE_SPEC));
    }

    private String root() throws IOException {
        String field = in.has(TRACE_SPEC) ? TRACE_SPEC : "name";
        String root = in.identifier(field);
        Path module = file.resolveSibling(root + ".tla");
        if (!Files.isReadable(module)) {
            throw in.error(
                    field, "there is no file " + module, "put that module beside this file");
        }
        return in.has(TRACE_SPEC) ? root : MADE + root;
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
                types().fields(actions.object(cause.effect()).object("args"));
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
