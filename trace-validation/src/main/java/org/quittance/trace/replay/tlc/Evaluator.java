package org.quittance.trace.replay.tlc;

import org.checkerframework.checker.nullness.qual.Nullable;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.LevelConstants;
import tla2sany.semantic.LevelNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SymbolNode;
import tlc2.tool.BuiltInOPs;
import tlc2.tool.EvalControl;
import tlc2.tool.TLCState;
import tlc2.tool.coverage.CostModel;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.LazyValue;
import tlc2.value.impl.Value;

/** TLC's evaluator between a state and the beginnings of the next one. */
final class Evaluator {

    private final FastTool tool;
    private final TLCState before;
    private final TLCState after;

    Evaluator(FastTool tool, TLCState before) {
        this.tool = tool;
        this.before = before;
        this.after = before.createEmpty();
    }

    TLCState before() {
        return before;
    }

    TLCState after() {
        return after;
    }

    FastTool tool() {
        return tool;
    }

    Value value(SemanticNode node, Context context) {
        return tool.eval(
                node, context, before, after, EvalControl.Clear, CostModel.DO_NOT_RECORD);
    }

    boolean isTrue(SemanticNode node, Context context) {
        return value(node, context) instanceof BoolValue flag && flag.getVal();
    }

    /** What a parameter or a bound variable stands for; null if it is not a value. */
    @Nullable Value meaning(SymbolNode symbol, Context context) {
        Object meaning = context.lookup(symbol);
        return switch (meaning) {
            case LazyValue lazy -> value(lazy.expr, lazy.con);
            case Value value -> value;
            case null, default -> null;
        };
    }

    /** The number of the built-in operator that the node applies, 0 if it applies another. */
    static int builtIn(OpApplNode node) {
        return BuiltInOPs.getOpCode(node.getOperator().getName());
    }

    /** The operator that the node applies, if it is one with a definition in TLA+. */
    @Nullable OpDefNode defined(OpApplNode node, Context context) {
        return builtIn(node) == 0
                        && tool.lookup(node.getOperator(), context, false)
                                instanceof OpDefNode definition
                ? definition
                : null;
    }

    /** The context inside the operator. */
    Context inside(OpDefNode definition, OpApplNode node, Context context) {
        return tool.getOpContext(definition, node.getArgs(), context, true);
    }

    /** The context inside a LET. */
    static Context inside(LetInNode let, Context context) {
        Context inside = context;
        for (OpDefNode definition : let.getLets()) {
            if (definition.getArity() == 0) {
                inside = inside.cons(
                        definition,
                        new LazyValue(
                                definition.getBody(), inside, CostModel.DO_NOT_RECORD));
            }
        }
        return inside;
    }

    /** Does it speak of the state after the step? */
    static boolean isAction(SemanticNode node) {
        return node instanceof LevelNode level && level.getLevel() >= LevelConstants.ActionLevel;
    }

    /** An argument of an operator as an expression, which all are that traces need. */
    static ExprNode argument(OpApplNode node, int index) {
        return (ExprNode) node.getArgs()[index];
    }
}
