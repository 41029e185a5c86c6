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

    /** 1234567 as 1.23 M: three digits, for where there is little room. */
    static String brief(long value) {
        String sign = value < 0 ? "-" : "";
        double size = Math.abs((double) value);
        String[] units = {"", " k", " M", " G", " T", " P", " E"};
        int unit = 0;
        while (size >= (unit == 0 ? 10_000 : 999.5) && unit < units.length - 1) {
            size /= 1000;
            unit++;
        }
        if (unit == 0) {
            return number(value);
        }
        String format = size < 10 ? "%.2f" : size < 100 ? "%.1f" : "%.0f";
        String digits = String.format(Locale.ROOT, format, size);
        return sign + (digits.contains(".") ? digits.replaceAll("\\.?0+$", "") : digits)
                + units[unit];
    }
}
