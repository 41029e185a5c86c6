package org.quittance.trace.tla;

import java.util.regex.Pattern;

/** The text of a trace spec, as far as it must be known before it is parsed. */
record TraceText(String text) {

    /** Does it define an operator of that name itself? */
    boolean defines(String operator) {
        return Pattern.compile("(?m)^" + operator + "(\\([^)]*\\))? *==").matcher(text).find();
    }

    /** Does it have a constant of the name Window? */
    boolean hasWindow() {
        return Pattern.compile("(?m)^ +Window$").matcher(text).find();
    }
}
