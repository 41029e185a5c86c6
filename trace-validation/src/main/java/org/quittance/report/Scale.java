package org.quittance.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Where numbers stand in a picture.
 *
 * @param least the number that stands at the start
 * @param most the number that stands at the end
 */
record Scale(double least, double most, double start, double end) {

    /** So much of the numbers' range is left free above and below. */
    private static final double AIR = 0.06;

    /** A scale for these numbers with some air; also if they are all the same. */
    static Scale around(double least, double most, double start, double end) {
        double air = Math.max((most - least) * AIR, most == least ? Math.max(1, most * AIR) : 0);
        return new Scale(least - air, most + air, start, end);
    }

    double at(double value) {
        return start + (value - least) / (most - least) * (end - start);
    }

    /** Round numbers on the scale, so many at most. */
    List<Long> ticks(int atMost) {
        double rough = Math.max(1, (most - least) / Math.max(1, atMost));
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = rough <= power ? power : rough <= 2 * power ? 2 * power
                : rough <= 5 * power ? 5 * power : 10 * power;
        List<Long> ticks = new ArrayList<>();
        for (double tick = Math.ceil(least / step) * step; tick <= most; tick += step) {
            ticks.add(Math.round(tick));
        }
        return ticks;
    }
}
