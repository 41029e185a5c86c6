package org.quittance.trace.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quittance.trace.format.Constants;
import org.quittance.trace.format.Header;
import org.quittance.trace.format.Term;

/** The constants of a spec as a mapping file gives them. */
final class MappedConstants implements Constants {

    private static final Pattern FIELD = Pattern.compile("\\$\\{([^}]*)\\}");

    private final String nodes;
    private final Map<String, String> expressions;

    /**
     * Constants with these values.
     *
     * @param nodes the field of the header that lists the nodes
     * @param expressions by the name of the constant
     */
    MappedConstants(String nodes, Map<String, String> expressions) {
        this.nodes = nodes;
        this.expressions = new LinkedHashMap<>(expressions);
    }

    /** The fields of the header that an expression refers to. */
    static List<String> fields(String expression) {
        List<String> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(expression);
        while (field.find()) {
            fields.add(String.valueOf(field.group(1)));
        }
        return fields;
    }

    @Override
    public Map<String, String> of(Header header, Function<Term, String> text) {
        Map<String, String> constants = new LinkedHashMap<>();
        expressions.forEach((name, expression) -> {
            String value = expression;
            for (String field : fields(expression)) {
                value = value.replace("${" + field + "}", "(" + value(field, header, text) + ")");
            }
            constants.put(name, value);
        });
        return constants;
    }

    /** Without the operator "..", which not every spec has. */
    private static String set(int nodes) {
        return IntStream.range(0, nodes)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String value(String field, Header header, Function<Term, String> text) {
        return field.equals(nodes) ? set(header.nodes()) : text.apply(header.field(field));
    }
}
