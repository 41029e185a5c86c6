package org.quittance.trace.mapping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quittance.trace.format.Action;
import org.quittance.trace.format.FieldType;

/**
 * The actions in a mapping file, and if there is no trace spec the operators that take events as
 * steps of the spec.
 */
final class MappedActions {

    /** What needs no parentheses before "=". */
    private static final Pattern SIMPLE = Pattern.compile("[\\w'.\\[\\]]+");

    private final MappedTypes types;
    private final boolean told;
    private final List<Action> actions = new ArrayList<>();
    private final StringBuilder operators = new StringBuilder();

    private MappedActions(MappedTypes types, boolean told) {
        this.types = types;
        this.told = told;
    }

    /**
     * Reads them.
     *
     * @param told whether the file itself says what the steps are, for want of a trace spec
     */
    static MappedActions of(MappingObject in, MappedTypes types, boolean told)
            throws IOException {
        MappedActions read = new MappedActions(types, told);
        MappingObject all = in.object("actions");
        for (String name : all.identifiers()) {
            read.add(name, all.object(name));
        }
        if (read.actions.isEmpty()) {
            throw in.error("actions", "there are none", "write each as \"Name\": {...}");
        }
        return read;
    }

    private void add(String name, MappingObject from) throws IOException {
        Map<String, FieldType> args = types.fields(from.object("args"));
        Map<String, FieldType> post = new LinkedHashMap<>();
        operators.append("\nIs").append(name).append("(e) ==\n    /\\ ");
        operators.append(told && from.has("step") ? from.text("step") : step(name, args));
        MappingObject variables = from.object("post");
        for (String variable : variables.identifiers()) {
            String at = variable + "'";
            if (told && variables.isObject(variable)) {
                MappingObject value = variables.object(variable);
                post.put(variable, types.type(value, "type"));
                at = value.text("at");
                value.end();
            } else {
                post.put(variable, types.type(variables, variable));
            }
            operators.append("\n    /\\ ")
                    .append(SIMPLE.matcher(at).matches() ? at : "(" + at + ")")
                    .append(" = e.post.").append(variable);
        }
        operators.append('\n');
        from.end();
        actions.add(new Action(name, args, post));
    }

    private static String step(String name, Map<String, FieldType> args) {
        return args.isEmpty()
                ? name
                : args.keySet().stream()
                        .map(arg -> "e.args." + arg)
                        .collect(Collectors.joining(", ", name + "(", ")"));
    }

    List<Action> actions() {
        return List.copyOf(actions);
    }

    /** A module with an operator Is{Action}(e) for each action of a spec. */
    String module(String name, String spec) {
        return "---- MODULE " + name + " ----\nEXTENDS " + spec + "\n" + operators + "====\n";
    }
}
