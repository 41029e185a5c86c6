package org.quittance.trace.format;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A few fields by name, in an order, for ever as they are. A long trace has millions of records, and
 * most share their names: an array of names for all of them and an array of values for each is all
 * that they need.
 */
// What the checker asks of a map can't be said of one that is its own entries.
@SuppressWarnings({"keyfor", "nullness:purity"})
public final class Fields extends AbstractMap<String, Term> {

    private final String[] names;
    private final Term[] values;

    private Fields(String[] names, Term[] values) {
        this.names = names;
        this.values = values;
    }

    /** Fields with these names, of which nobody may change the arrays any more. */
    static Fields of(String[] names, Term[] values) {
        return new Fields(names, values);
    }

    static Fields copyOf(Map<String, Term> fields) {
        return fields instanceof Fields same
                ? same
                : new Fields(
                        fields.keySet().toArray(new String[0]),
                        List.copyOf(fields.values()).toArray(new Term[0]));
    }

    /** The same object for all fields that were made with the same array of names. */
    public Object shape() {
        return names;
    }

    /** The name at a place, from 0. */
    public String name(int place) {
        return names[place];
    }

    /** The value at a place, from 0. */
    public Term value(int place) {
        return values[place];
    }

    @Override
    public @Nullable Term get(@Nullable Object name) {
        for (int k = 0; k < names.length; k++) {
            if (names[k].equals(name)) {
                return values[k];
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public Set<Map.Entry<String, Term>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, Term>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return names.length;
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<String, Term>> {

        private int next;

        @Override
        public boolean hasNext() {
            return next < names.length;
        }

        @Override
        public Map.Entry<String, Term> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int k = next++;
            return Map.entry(names[k], values[k]);
        }
    }
}
