package org.quittance.sim.run;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quittance.sim.scenario.Behaviour;

/** What happened in a run, or in many runs taken together. */
public final class Statistics {

    private final Map<Count, Long> counts = new EnumMap<>(Count.class);
    private final Map<Behaviour, Long> behaviours = new EnumMap<>(Behaviour.class);
    private final SortedMap<String, Long> actions = new TreeMap<>();
    private final SortedMap<String, Long> variants = new TreeMap<>();
    private final SortedMap<String, Long> system = new TreeMap<>();
    private final SortedMap<Integer, String> stopped = new TreeMap<>();
    private final Coverage coverage = new Coverage();
    private final SortedMap<Integer, SortedSet<Integer>> accused = new TreeMap<>();

    /** Counts so many more. */
    public void add(Count count, long more) {
        counts.merge(count, more, Long::sum);
    }

    /** Keeps the greatest value seen. */
    public void atLeast(Count count, long value) {
        counts.merge(count, value, Math::max);
    }

    /** A correct node took an action of the spec, or received a message. */
    public void action(String name) {
        actions.merge(name, 1L, Long::sum);
    }

    /** A replica executed or attested something. */
    public void system(String name) {
        system.merge(name, 1L, Long::sum);
    }

    /** A replica stopped for this reason. */
    public void stopped(int node, String reason) {
        stopped.put(node, reason);
    }

    /** A correct node took an action in a way that has a name: see {@link Variants}. */
    public void variant(String name) {
        variants.merge(name, 1L, Long::sum);
    }

    /** A Byzantine replica did what this behaviour is about. */
    public void misbehaved(Behaviour behaviour) {
        behaviours.merge(behaviour, 1L, Long::sum);
    }

    /** A correct node reported evidence of this pair against this validator. */
    public void accused(int validator, int pair) {
        add(Count.EVIDENCE, 1);
        accused.computeIfAbsent(validator, key -> new TreeSet<>()).add(pair);
    }

    /** So many; 0 if none. */
    public long get(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    /** How often each behaviour was exercised. */
    public Map<Behaviour, Long> behaviours() {
        return Collections.unmodifiableMap(behaviours);
    }

    /** How often each action was taken by a correct node, by its name. */
    public SortedMap<String, Long> actions() {
        return Collections.unmodifiableSortedMap(actions);
    }

    /** How often actions were taken in the ways of {@link Variants}. */
    public SortedMap<String, Long> variants() {
        return Collections.unmodifiableSortedMap(variants);
    }

    /** How often each action of the spec System was taken, by its name. */
    public SortedMap<String, Long> systemActions() {
        return Collections.unmodifiableSortedMap(system);
    }

    /** Why replicas stopped. */
    public SortedMap<Integer, String> stopped() {
        return Collections.unmodifiableSortedMap(stopped);
    }

    /** What settlement reached. */
    public Coverage coverage() {
        return coverage;
    }

    /** Against whom there is evidence, and of which pairs. */
    public SortedMap<Integer, SortedSet<Integer>> accused() {
        return Collections.unmodifiableSortedMap(accused);
    }

    /** Adds the figures of another run. */
    public void merge(Statistics other) {
        other.counts.forEach((count, value) -> {
            if (count == Count.LONGEST_COMMIT) {
                atLeast(count, value);
            } else {
                add(count, value);
            }
        });
        other.behaviours.forEach((key, value) -> behaviours.merge(key, value, Long::sum));
        other.actions.forEach((key, value) -> actions.merge(key, value, Long::sum));
        other.system.forEach((key, value) -> system.merge(key, value, Long::sum));
        stopped.putAll(other.stopped);
        coverage.merge(other.coverage);
        other.variants.forEach((key, value) -> variants.merge(key, value, Long::sum));
        other.accused.forEach((key, value) ->
                accused.computeIfAbsent(key, unused -> new TreeSet<>()).addAll(value));
    }
}
