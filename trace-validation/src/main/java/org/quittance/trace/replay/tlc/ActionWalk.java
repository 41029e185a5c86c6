package org.quittance.trace.replay.tlc;

import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SymbolNode;
import tlc2.tool.EvalControl;
import tlc2.tool.ToolGlobals;
import tlc2.util.Context;
import tlc2.value.IValue;
import tlc2.value.impl.Value;

/**
 * Walks through an action in the order in which TLC does: guards are evaluated, primed variables
 * get their values, and the first conjunct that fails is the answer.
 */
final class ActionWalk {

    private final Evaluator evaluator;
    private final GuardWalk guards;
    private final SourceText source;

    ActionWalk(Evaluator evaluator, SourceText source) {
        this.evaluator = evaluator;
        this.source = source;
        this.guards = new GuardWalk(evaluator, source);
    }

    /** The first conjunct that fails, or null if none does. */
    @Nullable Failure walk(SemanticNode node, Context context, List<String> path) {
        if (node instanceof LetInNode let) {
            return walk(let.getBody(), Evaluator.inside(let, context), path);
        }
        if (!Evaluator.isAction(node) || !(node instanceof OpApplNode application)) {
            return evaluator.isTrue(node, context) ? null : guards.whyFalse(node, context, path);
        }
        OpDefNode definition = evaluator.defined(application, context);
        if (definition != null) {
            return walk(
                    definition.getBody(),
                    evaluator.inside(definition, application, context),
                    GuardWalk.deeper(path, definition));
        }
        return switch (Evaluator.builtIn(application)) {
            case ToolGlobals.OPCODE_cl, ToolGlobals.OPCODE_land ->
                    conjunction(application, context, path);
            case ToolGlobals.OPCODE_ite -> {
                boolean condition =
                        evaluator.isTrue(Evaluator.argument(application, 0), context);
                yield walk(Evaluator.argument(application, condition ? 1 : 2), context, path);
            }
            case ToolGlobals.OPCODE_case -> arm(application, context, path);
            case ToolGlobals.OPCODE_unchanged -> {
                unchanged(Evaluator.argument(application, 0), context);
                yield null;
            }
            case ToolGlobals.OPCODE_be -> walk(
                    Evaluator.argument(application, 0), only(application, context), path);
            case ToolGlobals.OPCODE_eq -> equation(application, context, path);
            default ->
                    evaluator.isTrue(node, context)
                            ? null
                            : Failure.guard(path, source.of(node), List.of());
        };
    }

    /** The binding of a quantifier in an action: an event leaves no choice, so there is one. */
    private Context only(OpApplNode node, Context context) {
        Context first = evaluator.tool()
                .contexts(
                        node, context, evaluator.before(), evaluator.after(), EvalControl.Clear)
                .nextElement();
        return first == null ? context : first;
    }

    private @Nullable Failure conjunction(OpApplNode node, Context context, List<String> path) {
        for (SemanticNode conjunct : node.getArgs()) {
            Failure failure = walk(conjunct, context, path);
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    private @Nullable Failure arm(OpApplNode node, Context context, List<String> path) {
        for (SemanticNode each : node.getArgs()) {
            OpApplNode arm = (OpApplNode) each;
            if (evaluator.isTrue(Evaluator.argument(arm, 0), context)) {
                return walk(Evaluator.argument(arm, 1), context, path);
            }
        }
        return Failure.guard(path, source.of(node), List.of());
    }

    private void unchanged(SemanticNode node, Context context) {
        if (!(node instanceof OpApplNode application)) {
            return;
        }
        OpDefNode definition = evaluator.defined(application, context);
        if (definition != null) {
            unchanged(definition.getBody(), evaluator.inside(definition, application, context));
        } else if (application.getOperator() instanceof OpDeclNode variable) {
            evaluator.after().bind(
                    variable.getName(), evaluator.before().lookup(variable.getName()));
        } else {
            for (SemanticNode part : application.getArgs()) {
                unchanged(part, context);
            }
        }
    }

    /** Either a primed variable gets its value, or a primed expression is compared. */
    private @Nullable Failure equation(OpApplNode node, Context context, List<String> path) {
        SemanticNode left = Evaluator.argument(node, 0);
        SemanticNode right = Evaluator.argument(node, 1);
        SymbolNode variable = evaluator.tool().getPrimedVar(left, context, false);
        if (variable != null) {
            IValue assigned = evaluator.after().lookup(variable.getName());
            if (assigned == null) {
                evaluator
                        .after()
                        .bind(variable.getName(), evaluator.value(right, context));
                return null;
            }
        }
        if (evaluator.isTrue(node, context)) {
            return null;
        }
        Value expected = evaluator.value(left, context);
        Value actual = evaluator.value(right, context);
        return new Failure(
                path,
                source.of(node),
                List.of(),
                String.join(", ", primed(left)),
                Difference.of(expected, actual),
                Difference.of(actual, expected));
    }

    /** The names of the variables that an expression primes. */
    private static List<String> primed(SemanticNode node) {
        List<String> names = new ArrayList<>();
        if (node instanceof OpApplNode application
                && Evaluator.builtIn(application) == ToolGlobals.OPCODE_prime
                && Evaluator.argument(application, 0) instanceof OpApplNode primed) {
            names.add(primed.getOperator().getName().toString());
        } else {
            SemanticNode[] children = node.getChildren();
            for (SemanticNode child : children == null ? new SemanticNode[0] : children) {
                names.addAll(primed(child));
            }
        }
        return names;
    }
}
