package org.quittance.trace.spec.sany;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.quittance.trace.replay.tlc.FolderResolver;
import org.quittance.trace.spec.SpecModule;
import org.quittance.trace.spec.SpecReader;
import tla2sany.drivers.FrontEndException;
import tla2sany.drivers.SANY;
import tla2sany.modanalyzer.SpecObj;
import tla2sany.semantic.LevelConstants;
import tla2sany.semantic.LevelNode;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tlc2.tool.BuiltInOPs;
import tlc2.tool.ToolGlobals;
import util.ToolIO;

/** Reads one module with SANY. An instance is used once, and so is its class loader. */
public final class SanyReader implements SpecReader {

    private static final String NEXT = "Next";

    /** How a comment begins below which properties stand. */
    private static final Pattern ANNOUNCEMENT =
            Pattern.compile("\\(\\* (Properties|What must hold)\\b.*");

    /** What makes sets: a definition of a set is not a property. */
    private static final Set<Integer> SETS =
            Set.of(
                    ToolGlobals.OPCODE_union,
                    ToolGlobals.OPCODE_cup,
                    ToolGlobals.OPCODE_cap,
                    ToolGlobals.OPCODE_setdiff,
                    ToolGlobals.OPCODE_se,
                    ToolGlobals.OPCODE_sso,
                    ToolGlobals.OPCODE_soa);

    /** For {@link java.lang.reflect.Constructor#newInstance}. */
    public SanyReader() {}

    @Override
    public SpecModule read(Path folder, String name) throws IOException {
        ModuleNode module = parse(folder, name);
        Set<String> operators = new LinkedHashSet<>();
        for (OpDefNode operator : module.getOpDefs()) {
            operators.add(operator.getName().toString());
        }
        List<String> actions = new ArrayList<>();
        OpDefNode next = module.getOpDef(NEXT);
        if (next != null) {
            actions(next.getBody(), actions);
        }
        return new SpecModule(name, operators, actions, properties(folder, module));
    }

    static ModuleNode parse(Path folder, String name) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        ToolIO.out = out;
        ToolIO.err = out;
        SpecObj spec = new SpecObj(name, new FolderResolver(folder));
        try {
            SANY.frontEndMain(spec, name, out);
        } catch (FrontEndException e) {
            throw new IOException(complaint(name, said), e);
        }
        ModuleNode module = spec.getErrorLevel() == 0 && spec.getSemanticErrors().isSuccess()
                ? spec.getRootModule()
                : null;
        if (module == null) {
            throw new IOException(complaint(name, said));
        }
        return module;
    }

    private static String complaint(String name, ByteArrayOutputStream said) {
        return "SANY does not accept module " + name + ":\n"
                + said.toString(StandardCharsets.UTF_8);
    }

    /** Goes down through disjunctions, quantifiers and guards to the operators that take steps. */
    private static void actions(SemanticNode node, List<String> found) {
        if (!(node instanceof OpApplNode application)
                || !(node instanceof LevelNode level)
                || level.getLevel() < LevelConstants.ActionLevel) {
            return;
        }
        if (BuiltInOPs.getOpCode(application.getOperator().getName()) == 0
                && application.getOperator() instanceof OpDefNode operator) {
            String name = operator.getName().toString();
            if (!found.contains(name)) {
                found.add(name);
            }
            return;
        }
        for (SemanticNode part : application.getArgs()) {
            actions(part, found);
        }
    }

    private static List<String> properties(Path folder, ModuleNode module) throws IOException {
        String name = module.getName().toString();
        List<String> lines =
                Files.readAllLines(folder.resolve(name + ".tla"), StandardCharsets.UTF_8);
        int from = 0;
        while (from < lines.size() && !ANNOUNCEMENT.matcher(lines.get(from)).matches()) {
            from++;
        }
        List<String> properties = new ArrayList<>();
        for (OpDefNode operator : module.getOpDefs()) {
            if (operator.getLocation().source().equals(name)
                    && operator.getLocation().beginLine() > from
                    && isProperty(operator)) {
                properties.add(operator.getName().toString());
            }
        }
        return properties;
    }

    private static boolean isProperty(OpDefNode operator) {
        boolean isSet = operator.getBody() instanceof OpApplNode body
                && SETS.contains(BuiltInOPs.getOpCode(body.getOperator().getName()));
        // An instance of another module brings definitions along that have its name before theirs.
        boolean isInstanced = operator.getName().toString().contains("!");
        return operator.getArity() == 0
                && operator.getLevel() >= LevelConstants.VariableLevel
                && !isSet
                && !isInstanced;
    }
}
