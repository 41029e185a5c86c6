package org.quittance.trace.spec.sany;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quittance.trace.spec.SpecText;
import org.quittance.trace.spec.TextReader;
import tla2sany.semantic.AssumeNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.ThmOrAssumpDefNode;
import tla2sany.st.Location;
import tlc2.tool.BuiltInOPs;
import tlc2.tool.ToolGlobals;

/** Reads definitions with SANY. An instance is used once, and so is its class loader. */
public final class SanyTextReader implements TextReader {

    /** For {@link java.lang.reflect.Constructor#newInstance}. */
    public SanyTextReader() {}

    @Override
    public List<SpecText> texts(Path folder, String module, List<String> own) throws IOException {
        List<SpecText> texts = new ArrayList<>();
        ModuleNode parsed = SanyReader.parse(folder, module);
        for (OpDefNode operator : parsed.getOpDefs()) {
            String from = operator.getLocation().source();
            String name = operator.getName().toString();
            if (!own.contains(from) || name.contains("!")) {
                continue;
            }
            texts.add(text(folder, from, name + parameters(operator), operator.getBody()));
        }
        for (AssumeNode assumption : parsed.getAssumptions()) {
            String from = assumption.getLocation().source();
            ThmOrAssumpDefNode definition = assumption.getDef();
            if (definition != null && own.contains(from)) {
                texts.add(text(folder, from, definition.getName().toString(),
                        assumption.getAssume()));
            }
        }
        return texts;
    }

    private static SpecText text(Path folder, String module, String name, SemanticNode body)
            throws IOException {
        List<String> lines =
                Files.readAllLines(folder.resolve(module + ".tla"), StandardCharsets.UTF_8);
        List<String> parts = new ArrayList<>();
        for (SemanticNode part : parts(body)) {
            parts.add(text(lines, part.getLocation()));
        }
        return new SpecText(module, name, parts);
    }

    private static String parameters(OpDefNode operator) {
        List<String> names = new ArrayList<>();
        for (FormalParamNode parameter : operator.getParams()) {
            names.add(parameter.getName().toString());
        }
        return names.isEmpty() ? "" : "(" + String.join(", ", names) + ")";
    }

    private static List<SemanticNode> parts(SemanticNode body) {
        if (body instanceof OpApplNode application) {
            int code = BuiltInOPs.getOpCode(application.getOperator().getName());
            if (code == ToolGlobals.OPCODE_cl || code == ToolGlobals.OPCODE_dl) {
                return List.of(application.getArgs());
            }
        }
        return List.of(body);
    }

    private static String text(List<String> lines, Location at) {
        StringBuilder text = new StringBuilder();
        for (int line = at.beginLine(); line <= at.endLine(); line++) {
            String whole = lines.get(line - 1);
            int from = line == at.beginLine() ? at.beginColumn() - 1 : 0;
            int to = line == at.endLine() ? at.endColumn() : whole.length();
            text.append(whole, from, to).append(' ');
        }
        return text.toString().replaceAll("\\s+", " ").strip();
    }
}
