package org.quittance.trace.replay.tlc;

import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.NumeralNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.StringNode;
import tlc2.tool.EvalControl;
import tlc2.tool.IContextEnumerator;
import tlc2.tool.ToolGlobals;
import tlc2.util.Context;
import tlc2.value.impl.Value;

/** Finds out why a guard is false: which of its conjuncts, for which values. */
final class GuardWalk {

    private static final int DEEPEST = 12;

    private final Evaluator evaluator;
    private final SourceText source;

    GuardWalk(Evaluator evaluator, SourceText source) {
        this.evaluator = evaluator;
        this.source = source;
    }

    static List<String> deeper(List<String> path, OpDefNode definition) {
        List<String> deeper = new ArrayList<>(path);
        deeper.add(definition.getName().toString());
        return deeper;
    }

    /** The innermost conjunct to blame. The node is false. */
    Failure whyFalse(SemanticNode node, Context context, List<String> path) {
        if (node instanceof LetInNode let) {
            return whyFalse(let.getBody(), Evaluator.inside(let, context), path);
        }
        if (!(node instanceof OpApplNode application) || path.size() > DEEPEST) {
            return leaf(node, context, path);
        }
        OpDefNode definition = evaluator.defined(application, context);
        if (definition != null) {
            return inside(application, definition, context, path);
        }
        return switch (Evaluator.builtIn(application)) {
            case ToolGlobals.OPCODE_cl, ToolGlobals.OPCODE_land -> {
                for (SemanticNode conjunct : application.getArgs()) {
                    if (!evaluator.isTrue(conjunct, context)) {
                        yield whyFalse(conjunct, context, path);
                    }
                }
                yield leaf(node, context, path);
            }
            case ToolGlobals.OPCODE_implies -> {
                Failure failure =
                        whyFalse(Evaluator.argument(application, 1), context, path);
                yield outer(node, failure, List.of());
            }
            case ToolGlobals.OPCODE_ite -> {
                boolean condition =
                        evaluator.isTrue(Evaluator.argument(application, 0), context);
                yield whyFalse(
                        Evaluator.argument(application, condition ? 1 : 2), context, path);
            }
            case ToolGlobals.OPCODE_bf -> counterexample(application, context, path);
            case ToolGlobals.OPCODE_lnot -> {
                List<String> witness = whyTrue(Evaluator.argument(application, 0), context);
                yield leaf(node, context, path).with(witness);
            }
            default -> leaf(node, context, path);
        };
    }

    private Failure inside(
            OpApplNode node, OpDefNode definition, Context context, List<String> path) {
        Context inside = evaluator.inside(definition, node, context);
        Failure failure = whyFalse(definition.getBody(), inside, deeper(path, definition));
        return failure.with(parameters(definition, inside, failure.conjunct()));
    }

    private Failure counterexample(OpApplNode node, Context context, List<String> path) {
        Context example = find(node, context, false);
        if (example == null) {
            return leaf(node, context, path);
        }
        Failure failure = whyFalse(Evaluator.argument(node, 0), example, path);
        return outer(node, failure, bound(node, example));
    }

    /** The failure of a part, told as that of the whole. */
    private Failure outer(SemanticNode node, Failure part, List<String> values) {
        return Failure.guard(part.path(), source.of(node), values)
                .with(List.of(part.conjunct() + " is false"))
                .with(part.values());
    }

    /** What makes it true: the witness of a quantifier, if there is one inside. */
    private List<String> whyTrue(SemanticNode node, Context context) {
        if (!(node instanceof OpApplNode application)) {
            return List.of();
        }
        OpDefNode definition = evaluator.defined(application, context);
        if (definition != null) {
            return whyTrue(
                    definition.getBody(), evaluator.inside(definition, application, context));
        }
        if (Evaluator.builtIn(application) != ToolGlobals.OPCODE_be) {
            return List.of();
        }
        Context witness = find(application, context, true);
        return witness == null ? List.of() : bound(application, witness);
    }

    /** The first binding of the quantifier's variables for which the body is as wanted. */
    private @Nullable Context find(OpApplNode node, Context context, boolean wanted) {
        IContextEnumerator contexts =
                evaluator.tool().contexts(
                        node, context, evaluator.before(), evaluator.after(), EvalControl.Clear);
        Context each = contexts.nextElement();
        while (each != null && evaluator.isTrue(Evaluator.argument(node, 0), each) != wanted) {
            each = contexts.nextElement();
        }
        return each;
    }

    private List<String> bound(OpApplNode node, Context context) {
        List<String> values = new ArrayList<>();
        for (FormalParamNode[] variables : node.getBdedQuantSymbolLists()) {
            for (FormalParamNode variable : variables) {
                Value value = evaluator.meaning(variable, context);
                if (value != null) {
                    values.add(variable.getName() + " = " + ValueText.of(value));
                }
            }
        }
        return values;
    }

    private List<String> parameters(OpDefNode definition, Context inside, String conjunct) {
        List<String> values = new ArrayList<>();
        for (FormalParamNode parameter : definition.getParams()) {
            String name = parameter.getName().toString();
            if (conjunct.matches(".*\\b" + name + "\\b.*")) {
                Value value = evaluator.meaning(parameter, inside);
                if (value != null) {
                    values.add(name + " = " + ValueText.of(value));
                }
            }
        }
        return values;
    }

    /** A conjunct that is not taken apart: its text, and the values of its operands. */
    private Failure leaf(SemanticNode node, Context context, List<String> path) {
        List<String> values = new ArrayList<>();
        if (node instanceof OpApplNode application) {
            List<SemanticNode> operands = operands(application);
            for (SemanticNode operand : operands) {
                if (operand instanceof NumeralNode || operand instanceof StringNode) {
                    continue;
                }
                SemanticNode other = operands.get(0);
                Value value = evaluator.value(operand, context);
                String text = source.of(operand);
                String shown = operand == other
                        ? ValueText.of(value)
                        : ValueText.near(value, evaluator.value(other, context));
                if (!text.equals(shown)) {
                    values.add(text + " = " + shown);
                }
            }
        }
        return Failure.guard(path, source.of(node), values);
    }

    /** What a comparison compares, below negations; of a quantifier, what it ranges over. */
    private static List<SemanticNode> operands(OpApplNode node) {
        int operator = Evaluator.builtIn(node);
        if (operator == ToolGlobals.OPCODE_lnot
                && Evaluator.argument(node, 0) instanceof OpApplNode negated) {
            return operands(negated);
        }
        if (operator == ToolGlobals.OPCODE_be) {
            return List.of(node.getBdedQuantBounds());
        }
        if (operator == ToolGlobals.OPCODE_dl || operator == ToolGlobals.OPCODE_cl) {
            return List.of();
        }
        return List.of(node.getArgs());
    }
}
