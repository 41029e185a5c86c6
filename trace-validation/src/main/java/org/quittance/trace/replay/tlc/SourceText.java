package org.quittance.trace.replay.tlc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tla2sany.semantic.SemanticNode;
import tla2sany.st.Location;

/** The text of an expression, as it stands in its module, on one line. */
final class SourceText {

    private final Path folder;
    private final Map<String, List<String>> modules = new HashMap<>();

    /** All modules are in this folder. */
    SourceText(Path folder) {
        this.folder = folder;
    }

    String of(SemanticNode node) {
        Location at = node.getLocation();
        List<String> lines = modules.computeIfAbsent(at.source(), this::lines);
        if (at.beginLine() < 1 || at.endLine() > lines.size()) {
            return node.toString();
        }
        StringBuilder text = new StringBuilder();
        for (int line = at.beginLine(); line <= at.endLine(); line++) {
            String all = lines.get(line - 1);
            int from = line == at.beginLine() ? at.beginColumn() - 1 : 0;
            int to = line == at.endLine() ? at.endColumn() : all.length();
            text.append(all, Math.min(from, all.length()), Math.min(to, all.length())).append(' ');
        }
        return text.toString().replaceAll("\\s+", " ").trim();
    }

    private List<String> lines(String module) {
        try {
            return Files.readAllLines(
                    folder.resolve(module + ".tla"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            // Without its source an expression is shown as the parser prints it.
            return List.of();
        }
    }
}
