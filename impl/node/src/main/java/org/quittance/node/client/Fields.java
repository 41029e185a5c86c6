package org.quittance.node.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Collection;
import java.util.Iterator;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;

/** Takes fields out of what others wrote: of the kind that they must be, or not at all. */
final class Fields {

    private Fields() {}

    /** Refuses an object with a field of another name: nobody would have looked at it. */
    static void only(JsonNode object, String what, Collection<String> names) throws Refusal {
        if (!object.isObject()) {
            throw bad(what + " must be an object");
        }
        for (Iterator<String> each = object.fieldNames(); each.hasNext();) {
            String name = each.next();
            if (!names.contains(name)) {
                throw bad(what + " has a field " + name + ", which nothing is known of");
            }
        }
    }

    /** A number without a fraction. */
    static long number(JsonNode object, String name) throws Refusal {
        JsonNode value = object.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw bad("field " + name + " must be a whole number");
        }
        return value.longValue();
    }

    static String text(JsonNode object, String name) throws Refusal {
        JsonNode value = object.path(name);
        if (!value.isTextual()) {
            throw bad("field " + name + " must be text");
        }
        return value.textValue();
    }

    /** Bytes in base64. */
    static byte[] bytes(JsonNode object, String name) throws Refusal {
        String text = text(object, name);
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            // The decoder overlooks bits at the end that belong to no byte.
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw bad("field " + name + " must be base64");
    }

    /** Refuses a copy that says something else than the bytes that it is a copy of. */
    static void same(String name, Object copy, Object original) throws Refusal {
        if (!copy.equals(original)) {
            throw Checks.unproved("field " + name + " says " + copy + ", but proved is "
                    + original);
        }
    }

    private static Refusal bad(String message) {
        return new Refusal(ExitCode.BAD_INPUT, "not a proof: " + message);
    }
}
