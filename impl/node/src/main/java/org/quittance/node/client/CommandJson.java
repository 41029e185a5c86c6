package org.quittance.node.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.PublicKey;
import org.quittance.core.base.SchemeId;
import org.quittance.core.settlement.Command;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;

/**
 * Commands as people write them: {@code {"type":"Place","account":4,"nonce":0,...}}, with the names
 * that the spec and the code have. Keys and bytes are hexadecimal.
 */
public final class CommandJson {

    private CommandJson() {}

    /**
     * Reads a command.
     *
     * @throws Refusal if the type or a field is missing, unknown, or of another kind
     */
    public static Command read(JsonNode json) throws Refusal {
        SortedMap<String, Class<?>> types = types();
        Class<?> type = types.get(json.path("type").asText());
        if (type == null) {
            throw bad("the field type must be one of " + types.keySet());
        }
        List<Class<?>> parameters = new ArrayList<>();
        List<Object> arguments = new ArrayList<>();
        Set<String> left = new TreeSet<>();
        for (Iterator<String> names = json.fieldNames(); names.hasNext();) {
            left.add(names.next());
        }
        left.remove("type");
        for (RecordComponent component : components(type)) {
            parameters.add(component.getType());
            arguments.add(value(component, json.path(component.getName())));
            left.remove(component.getName());
        }
        if (!left.isEmpty()) {
            throw bad(type.getSimpleName() + " has no field " + left.iterator().next());
        }
        try {
            return (Command) type.getDeclaredConstructor(parameters.toArray(new Class<?>[0]))
                    .newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            Throwable cause = e.getTargetException();
            throw bad("not a " + type.getSimpleName() + ": "
                    + Refusal.reason(cause == null ? e : cause));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("commands are public records", e);
        }
    }

    private static RecordComponent[] components(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalStateException(type + " is no record");
        }
        return components;
    }

    private static SortedMap<String, Class<?>> types() {
        SortedMap<String, Class<?>> types = new TreeMap<>();
        collect(Command.class, types);
        return types;
    }

    private static void collect(Class<?> type, SortedMap<String, Class<?>> to) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        if (permitted == null) {
            to.put(type.getSimpleName(), type);
            return;
        }
        for (Class<?> next : permitted) {
            collect(next, to);
        }
    }

    private static Object value(RecordComponent component, JsonNode value) throws Refusal {
        Class<?> type = component.getType();
        if (type == int.class && value.canConvertToInt() && value.isIntegralNumber()) {
            return value.intValue();
        }
        if (type == long.class && value.canConvertToLong() && value.isIntegralNumber()) {
            return value.longValue();
        }
        if (value.isTextual()) {
            try {
                if (type == PublicKey.class) {
                    return new PublicKey(SchemeId.ED25519, Bytes.fromHex(value.asText()));
                }
                if (type == Bytes.class) {
                    return Bytes.fromHex(value.asText());
                }
                for (Object constant : constants(type)) {
                    if (constant.toString().equals(value.asText().toUpperCase(Locale.ROOT))) {
                        return constant;
                    }
                }
            } catch (IllegalArgumentException e) {
                throw bad("field " + component.getName() + ": " + Refusal.reason(e));
            }
        }
        throw bad("field " + component.getName() + " must be a " + type.getSimpleName());
    }

    private static Object[] constants(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        return constants == null ? new Object[0] : constants;
    }

    private static Refusal bad(String message) {
        return new Refusal(ExitCode.BAD_INPUT, "not a command: " + message);
    }
}
