package org.quittance.trace.mutate;

import com.fasterxml.jackson.annotation.JsonValue;

/** A way to make one flaw. */
public enum Operator {
    /** An event is not there. */
    DROP("drop event", true),
    /** An event is there a second time. */
    DUPLICATE("duplicate event", true),
    /** An event and the next one of its node have changed places. */
    SWAP_OWN("swap with the node's next", true),
    /** An event and the next one of another node have changed places. */
    SWAP_OTHER("swap with another node's next", true),
    /** An event is another node's. */
    NODE("other node", false),
    /** The trace ends early, or its end line is wrong. */
    CUT("cut the end", false),
    /** A number is one more. */
    MORE("plus one", false),
    /** A number is one less. */
    LESS("minus one", false),
    /** A text is another one that the field has elsewhere. */
    OTHER("another value", false),
    /** True is false, or false true. */
    NEGATE("negated", false),
    /** There is nothing where there was something. */
    NULL("null", false),
    /** There is something where there was nothing. */
    NOT_NULL("not null", false),
    /** A list lacks an element. */
    LESS_ELEMENT("drop element", false),
    /** A list has one more, which occurs elsewhere. */
    MORE_ELEMENT("add element", false),
    /** A function lacks an entry. */
    LESS_ENTRY("drop entry", false),
    /** A function has one more. */
    MORE_ENTRY("add entry", false);

    private final String words;
    private final boolean isOfOrder;

    Operator(String words, boolean isOfOrder) {
        this.words = words;
        this.isOfOrder = isOfOrder;
    }

    @JsonValue
    public String words() {
        return words;
    }

    /**
     * Whether it leaves events as they are, and only says that they happened another number of
     * times or in another order. A run that ends in the same state is then as good a run.
     */
    public boolean isOfOrder() {
        return isOfOrder;
    }

    static Operator of(String words) {
        for (Operator operator : values()) {
            if (operator.words.equals(words)) {
                return operator;
            }
        }
        throw new IllegalArgumentException("there is no operator \"" + words + "\"");
    }

    @Override
    public String toString() {
        return words;
    }
}
