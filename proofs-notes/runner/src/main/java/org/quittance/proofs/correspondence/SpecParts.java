package org.quittance.proofs.correspondence;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quittance.trace.spec.SpecText;
import org.quittance.trace.spec.Specs;

/** The parts of a spec that the proof must answer for. */
public final class SpecParts {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");

    private SpecParts() {}

    /**
     * The conjuncts and disjuncts of some definitions, and of all that those use.
     *
     * @param roots names of definitions
     * @throws IOException if the spec can't be read or has no such definitions
     */
    public static Set<Part> of(Specs specs, String module, List<String> roots)
            throws IOException {
        Map<String, SpecText> texts = new LinkedHashMap<>();
        for (SpecText text : specs.texts(module)) {
            texts.put(bare(text.name()), text);
        }
        Map<String, SpecText> reached = new HashMap<>();
        Deque<String> due = new ArrayDeque<>(roots);
        while (!due.isEmpty()) {
            String name = due.remove();
            SpecText text = texts.get(name);
            if (text == null && roots.contains(name)) {
                throw new IOException("module " + module + " defines no " + name);
            }
            if (text != null && reached.put(name, text) == null) {
                text.parts().forEach(part -> due.addAll(names(part)));
            }
        }
        Set<Part> parts = new LinkedHashSet<>();
        for (Map.Entry<String, SpecText> entry : texts.entrySet()) {
            if (reached.containsKey(entry.getKey())) {
                SpecText text = entry.getValue();
                text.parts().forEach(part -> parts.add(
                        new Part(text.module() + "!" + text.name(), part)));
            }
        }
        return parts;
    }

    private static String bare(String name) {
        int end = name.indexOf('(');
        return end < 0 ? name : name.substring(0, end);
    }

    private static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(STRING.matcher(text).replaceAll(""));
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }
}
