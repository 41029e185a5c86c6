package org.quittance.trace.replay.tlc;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.format.Names;
import tlc2.value.impl.StringValue;

/**
 * Strings of TLC for digests. TLC keeps every string for ever, and a trace may have any number of
 * digests, so that there is a fixed number of strings: a new digest gets the one of the digest that
 * was met the longest ago.
 */
final class Digests {

    /** Far more than the state of a spec that forgets what is old speaks of at any time. */
    private static final int MOST = 1 << 15;

    private static final Pattern MADE = Pattern.compile("\"?(?:#([0-9]+)|([0-9a-f]{64}))\"?");

    private final StringValue[] values = new StringValue[MOST];
    private final String[] digests = new String[MOST];
    private final Map<String, Integer> places = new LinkedHashMap<>(2 * MOST, 0.75f, true);
    private final Map<String, StringValue> constants = new HashMap<>();
    private final Names names = new Names();

    /** Constants of the spec have these digests, and keep them. */
    Digests(List<String> constants) {
        constants.forEach(digest -> this.constants.put(digest, new StringValue(digest)));
    }

    StringValue value(String digest) {
        StringValue constant = constants.get(digest);
        if (constant != null) {
            return constant;
        }
        Integer known = places.get(digest);
        if (known != null) {
            return values[known];
        }
        int place = places.size();
        if (place == MOST) {
            Iterator<Integer> oldest = places.values().iterator();
            place = oldest.next();
            oldest.remove();
        } else {
            values[place] = new StringValue("#" + place);
        }
        places.put(digest, place);
        digests[place] = digest;
        return values[place];
    }

    /** The text with short names of digests instead of the strings that stand for them. */
    String readable(String text) {
        Matcher made = MADE.matcher(text);
        StringBuilder out = new StringBuilder();
        while (made.find()) {
            made.appendReplacement(out, name(made.group(), made.group(1), made.group(2)));
        }
        return made.appendTail(out).toString();
    }

    /** The digest that a string stands for; the string itself if it stands for none. */
    String whole(String text) {
        Matcher made = MADE.matcher(text);
        String place = made.matches() ? made.group(1) : null;
        int number = place == null ? MOST : Integer.parseInt(place);
        return number < MOST && digests[number] instanceof String digest ? digest : text;
    }

    private String name(String all, @Nullable String place, @Nullable String digest) {
        if (digest != null) {
            return names.of(digest);
        }
        int number = place == null ? MOST : Integer.parseInt(place);
        return number < MOST && digests[number] instanceof String known
                ? names.of(known)
                : all;
    }
}
