package org.quittance.trace.replay.tlc;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.quittance.trace.format.Term;
import org.quittance.trace.replay.Calculation;
import tla2sany.semantic.OpDefNode;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;
import tlc2.util.FP64;
import util.ToolIO;

/** TLC's evaluator for tests. An instance is used for one module, and so is its class loader. */
public final class Calculator implements Calculation {

    private final Values values = new Values(List.of());
    private Spec spec;
    private Evaluator evaluator;

    @Override
    public void open(Path workspace, String module) {
        ToolIO.out = new PrintStream(new ByteArrayOutputStream());
        ToolIO.err = ToolIO.out;
        FP64.Init(0);
        spec = new Spec(
                new FastTool(
                        workspace.toString(), module, module, new FolderResolver(workspace)));
        evaluator = new Evaluator(spec.tool(), spec.initialState());
    }

    @Override
    public String apply(String operator, List<Term> arguments) {
        OpDefNode definition = spec.operator(operator);
        Context context = Context.Empty;
        for (int k = 0; k < arguments.size(); k++) {
            context = context.cons(definition.getParams()[k], values.of(arguments.get(k)));
        }
        try {
            return evaluator.value(definition.getBody(), context).toString();
        } catch (RuntimeException e) {
            return "error: " + e.getMessage();
        }
    }
}
