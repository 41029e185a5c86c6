package org.quittance.report;

import java.util.Locale;

/** Figures as people read them, the same on every machine. */
final class Words {

    private Words() {}

    /** 1234567 as 1,234,567. */
    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Time in seconds: two digits below ten, none above. */
    static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
    }

    /** "1 event", "2 events". */
    static String count(long value, String noun) {
        return number(value) + " " + noun + (value == 1 ? "" : "s");
    }
}
