package org.quittance.transitions.tlc;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tlc2.value.IValue;

/** Numbers the values of one variable in the order in which they are met. */
final class Numbers {

    /** Of these many objects it is remembered which value they are. */
    private static final int MOST = 4096;

    private final Map<String, Integer> byText = new TreeMap<>();
    private final List<String> texts = new ArrayList<>();
    private final Map<IValue, Integer> known = new IdentityHashMap<>();

    int of(IValue value) {
        Integer before = known.get(value);
        if (before != null) {
            return before;
        }
        String text = CanonicalText.of(value);
        Integer number = byText.get(text);
        if (number == null) {
            number = texts.size();
            byText.put(text, number);
            texts.add(text);
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(value, number);
        return number;
    }

    List<String> texts() {
        return List.copyOf(texts);
    }
}
