package org.quittance.trace.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
 * @param nodes the field of the header that lists the nodes, which are 0, 1, ...
 * @param silent the field of the header with the set of nodes that log nothing; "" if all log
 * @param header the fields of the header that only this spec has
 * @param actions what an event can be
 * @param next how these are the actions of the spec's Next
 * @param isOfOneNode whether all events are of one node
 * @param cause which events have a cause; absent if none has
 * @param constants of the spec, by the header
 * @param parts how each node can be checked by itself; absent if it can't
 * @param whole the action whose events have all variables, where a trace can be cut; "" if there is
 *     none
 */
public record TraceSpec(
        String name,
        String root,
        List<String> modules,
        String nodes,
        String silent,
        Map<String, FieldType> header,
        List<Action> actions,
        Next next,
        boolean isOfOneNode,
        @Nullable Cause cause,
        Constants constants,
        @Nullable Parts parts,
        String whole) {

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

    /**
     * How each node can be checked by itself, against whatever the others may have sent, and what
     * they did send to each other by itself.
     *
     * @param exchange the module that takes the events which send, receive and decide
     * @param actions of these events
     * @param shared actions that are everybody's, and told once
     */
    public record Parts(String exchange, Set<String> actions, Set<String> shared) {

        /** Copies the sets. */
        public Parts {
            actions = Set.copyOf(actions);
            shared = Set.copyOf(shared);
        }
    }

    /**
     * The spec of what the nodes sent to each other.
     *
     * @throws IllegalStateException if nodes can't be checked by themselves
     */
    public TraceSpec exchange() {
        Parts both = parts;
        if (both == null) {
            throw new IllegalStateException(name + " has no parts");
        }
        List<String> more = new ArrayList<>(modules);
        more.add(both.exchange());
        return new TraceSpec(
                name, both.exchange(), more, nodes, silent, header,
                actions.stream().filter(a -> both.actions().contains(a.spelling())).toList(),
                next, isOfOneNode, cause, constants, null, "");
    }

    /** Copies the collections. */
    public TraceSpec {
        modules = List.copyOf(modules);
        header = Collections.unmodifiableMap(new LinkedHashMap<>(header));
        actions = List.copyOf(actions);
    }

    /**
     * The names of fields of records by which these are told apart the soonest: the short ones
     * first, which hold no records themselves.
     */
    public List<String> tellingNames() {
        Set<String> simple = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        for (Action action : actions) {
            collect(action.args(), simple, others);
            collect(action.post(), simple, others);
        }
        others.removeAll(simple);
        simple.addAll(others);
        return List.copyOf(simple);
    }

    private static void collect(
            Map<String, FieldType> fields, Set<String> simple, Set<String> others) {
        fields.forEach((name, type) -> {
            switch (type) {
                case FieldType.Number n -> simple.add(name);
                case FieldType.Node n -> simple.add(name);
                case FieldType.OneOf o -> simple.add(name);
                case FieldType.Flag f -> simple.add(name);
                case FieldType.Rec rec -> {
                    others.add(name);
                    collect(rec.fields(), simple, others);
                }
                default -> others.add(name);
            }
        });
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
