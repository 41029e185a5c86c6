package org.quittance.trace.format;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Short names for digests: their first 8 digits; of one that shares them with another that came
 * before, as many more as it takes. Equal names mean equal digests among those that came last, and
 * people and TLC have less to read.
 */
public final class Names {

    /** So many are remembered. */
    private static final int MOST = 1 << 16;

    private static final int SHORTEST = 8;

    private final Map<String, String> digests = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    /** The name of a digest. */
    public String of(String digest) {
        String known = names.get(digest);
        if (known != null) {
            return known;
        }
        int length = Math.min(SHORTEST, digest.length());
        while (length < digest.length() && digests.containsKey(digest.substring(0, length))) {
            length++;
        }
        String name = digest.substring(0, length);
        if (names.size() == MOST) {
            String oldest = names.keySet().iterator().next();
            digests.remove(String.valueOf(names.remove(oldest)));
        }
        names.put(digest, name);
        digests.put(name, digest);
        return name;
    }
}
