package org.quittance.trace.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A spec that traces can follow: all that is special about its traces.
 *
 * @param name the module of the spec, and what the header of a trace calls it
 * @param root the module that takes its events as steps of the spec
 * @param modules the modules that come with the validator, the root among them
 * @param header the fields of the header that only this spec has
 * @param actions what an event can be
 * @param next how these are the actions of the spec's Next
 * @param isOfOneNode whether all events are of one node
 * @param cause which events have a cause; absent if none has
 */
public record TraceSpec(
        String name,
        String root,
        List<String> modules,
        Map<String, FieldType> header,
        List<Action> actions,
        Next next,
        boolean isOfOneNode,
        @Nullable Cause cause) {

    /**
     * How the disjuncts of a spec's Next are told by events.
     *
     * @param prefixes what a disjunct may have before the name of the action that it composes
     * @param unlogged actions of nobody who logs
     * @param added what events tell and Next does not name
     */
    public record Next(List<String> prefixes, Set<String> unlogged, Set<String> added) {

        /** Copies the collections. */
        public Next {
            prefixes = List.copyOf(prefixes);
            unlogged = Set.copyOf(unlogged);
            added = Set.copyOf(added);
        }

        /** The name of the action in events. */
        public String told(String disjunct) {
            return prefixes.stream()
                    .filter(disjunct::startsWith)
                    .map(prefix -> disjunct.substring(prefix.length()))
                    .findFirst()
                    .orElse(disjunct);
        }
    }

    /**
     * An event that depends on one of another node.
     *
     * @param effect the action of the event that has a cause
     * @param message the argument that was received
     * @param signer the field of it that says by whom it was sent
     * @param origin the action of the event in which that node wrote it
     */
    public record Cause(String effect, String message, String signer, String origin) {}

    /** Copies the collections. */
    public TraceSpec {
        modules = List.copyOf(modules);
        header = Collections.unmodifiableMap(new LinkedHashMap<>(header));
        actions = List.copyOf(actions);
    }

    /** All that there are. */
    public static List<TraceSpec> all() {
        return List.of(SimplexFormat.SPEC, SettlementFormat.SPEC, SystemFormat.SPEC);
    }

    /** The action of that name, if there is one. */
    public Optional<Action> action(String spelling) {
        return actions.stream().filter(a -> a.spelling().equals(spelling)).findFirst();
    }

    @Override
    public String toString() {
        return name;
    }
}
