package org.quittance.trace.mutate;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the explanation of a rejection names. */
enum Named {
    /** The field that is wrong, or the variable that it tells. */
    FIELD("field"),
    /** The event that is wrong. */
    EVENT("event"),
    /** What is listed to follow from the flaw. */
    CONSEQUENCE("consequence"),
    /** None of these. */
    NOTHING("nothing"),
    /** There is no explanation. */
    NONE("no explanation");

    private final String words;

    Named(String words) {
        this.words = words;
    }

    @JsonValue
    String words() {
        return words;
    }
}
