package org.quittance.trace.mapping;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.quittance.trace.format.FieldType;

/** The types in a mapping file, those that have a name there among them. */
final class MappedTypes {

    private final Map<String, FieldType> named = new LinkedHashMap<>();

    private MappedTypes() {}

    /** With these names, each for a type that is made of those above it. */
    static MappedTypes of(MappingObject names) throws IOException {
        MappedTypes types = new MappedTypes();
        for (String name : names.identifiers()) {
            types.named.put(name, types.type(names, name));
        }
        return types;
    }

    /** The type that a field says. */
    FieldType type(MappingObject from, String name) throws IOException {
        try {
            return TypeText.parse(from.text(name), named);
        } catch (TypeText.Wrong e) {
            throw from.error(name, String.valueOf(e.getMessage()), e.mend());
        }
    }

    /** The types that all fields say. */
    Map<String, FieldType> fields(MappingObject from) throws IOException {
        Map<String, FieldType> fields = new LinkedHashMap<>();
        for (String name : from.identifiers()) {
            fields.put(name, type(from, name));
        }
        return fields;
    }
}
