package org.quittance.core.consensus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Small immutable sorted maps and lists: every change is a copy, so they are kept small. */
final class Sorted {

    private Sorted() {}

    static <K extends Comparable<K>, V> NavigableMap<K, V> empty() {
        return Collections.unmodifiableNavigableMap(new TreeMap<K, V>());
    }

    /** The map with one entry more, or another. */
    static <K extends Comparable<K>, V> NavigableMap<K, V> with(
            NavigableMap<K, V> map, K key, V value) {
        NavigableMap<K, V> copy = new TreeMap<>(map);
        copy.put(key, value);
        return Collections.unmodifiableNavigableMap(copy);
    }

    /** The map with the entries only whose values pass. */
    static <K extends Comparable<K>, V> NavigableMap<K, V> only(
            NavigableMap<K, V> map, Predicate<V> passes) {
        NavigableMap<K, V> copy = new TreeMap<>();
        map.forEach((key, value) -> {
            if (passes.test(value)) {
                copy.put(key, value);
            }
        });
        return Collections.unmodifiableNavigableMap(copy);
    }

    /** The map without the keys below the floor; the same map if there are none. */
    static <K extends Comparable<K>, V> NavigableMap<K, V> from(
            NavigableMap<K, V> map, K floor) {
        if (map.isEmpty() || map.firstKey().compareTo(floor) >= 0) {
            return map;
        }
        return Collections.unmodifiableNavigableMap(new TreeMap<>(map.tailMap(floor, true)));
    }

    /** The list with one element more, at its end. */
    static <T> List<T> with(List<T> list, T last) {
        List<T> copy = new ArrayList<>(list);
        copy.add(last);
        return List.copyOf(copy);
    }
}
