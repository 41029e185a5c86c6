package org.quittance.proofs.condition;

import java.util.Map;
import org.quittance.proofs.text.TextException;

/** Finds what a name stands for. */
final class Lookup {

    private Lookup() {}

    /** The value of that name, or {@link TextException}. */
    static <T extends Object> T of(Map<String, T> map, String name) {
        T value = map.get(name);
        if (value == null) {
            throw new TextException("proof", "nothing is called " + name);
        }
        return value;
    }
}
