package org.quittance.trace.reached.tlc;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.SpecText;
import org.quittance.trace.reached.Operand;
import org.quittance.trace.reached.Operand.Kind;
import tla2sany.semantic.ASTConstants;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.LevelConstants;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpArgNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SubstInNode;
import tla2sany.semantic.SymbolNode;
import tla2sany.st.Location;

/** All operands that evaluating some operators can come by. */
final class Operands {

    private static final Set<String> CONJUNCTIONS = Set.of("$ConjList", "\\land", "/\\");
    private static final Set<String> DISJUNCTIONS = Set.of("$DisjList", "\\lor", "\\/");
    private static final String IMPLICATION = "=>";
    private static final String IF = "$IfThenElse";
    private static final String CASE = "$Case";

    private final Set<String> modules;
    private final String root;
    private final SpecText text;
    private final Map<SemanticNode, Operand> found = new IdentityHashMap<>();
    private final Set<Operand> named = new HashSet<>();
    private final Set<OpDefNode> seen = new HashSet<>();

    /**
     * None yet.
     *
     * @param modules whose operands count
     * @param root a module that is looked into, but doesn't count
     * @param text of these modules
     */
    Operands(Set<String> modules, String root, SpecText text) {
        this.root = root;
        this.modules = Set.copyOf(modules);
        this.text = text;
    }

    /** Those found, by where they are. */
    Map<SemanticNode, Operand> found() {
        return found;
    }

    /** Adds those of an operator and of all that it uses. */
    void add(OpDefNode definition) {
        if (seen.add(definition) && definition.getBody() != null) {
            walk(definition.getBody(), definition);
        }
    }

    private void walk(@Nullable SemanticNode node, OpDefNode within) {
        switch (node) {
            case null -> { } // An arm OTHER of a CASE has no guard.
            case LetInNode let -> {
                for (OpDefNode inner : let.getLets()) {
                    seen.add(inner);
                    walk(inner.getBody(), within);
                }
                walk(let.getBody(), within);
            }
            case SubstInNode substitution -> walk(substitution.getBody(), within);
            case OpArgNode argument -> use(argument.getOp(), within);
            case OpApplNode application -> {
                parts(application, within);
                use(application.getOperator(), within);
                children(node, within);
            }
            default -> children(node, within);
        }
    }

    private void children(SemanticNode node, OpDefNode within) {
        SemanticNode[] children = node.getChildren();
        for (SemanticNode child : children == null ? new SemanticNode[0] : children) {
            walk(child, within);
        }
    }

    private void use(SymbolNode symbol, OpDefNode within) {
        if (!(symbol instanceof OpDefNode used)
                || used.getKind() != ASTConstants.UserDefinedOpKind
                || used.getBody() == null) {
            return;
        }
        if (used.getName().toString().equals("LAMBDA")) {
            if (seen.add(used)) {
                walk(used.getBody(), within);
            }
        } else if (isLookedInto(moduleOf(used)) && !isComputedOnce(used)) {
            add(used);
        }
    }

    private boolean isLookedInto(String module) {
        return module.equals(root) || modules.contains(module);
    }

    private static boolean isComputedOnce(OpDefNode used) {
        return used.getLevel() == LevelConstants.ConstantLevel && used.getArity() == 0;
    }

    private void parts(OpApplNode node, OpDefNode within) {
        String operator = node.getOperator().getName().toString();
        SemanticNode[] operands = node.getArgs();
        for (int i = 0; i < operands.length; i++) {
            SemanticNode operand = operands[i];
            if (CONJUNCTIONS.contains(operator) && !isJunction(operand)) {
                found(operand, Kind.CONJUNCT, within);
            } else if (DISJUNCTIONS.contains(operator) && !isAny(operand, DISJUNCTIONS)) {
                found(operand, Kind.DISJUNCT, within);
            } else if (operator.equals(IMPLICATION) && i == 1) {
                found(operand, Kind.CONSEQUENT, within);
            } else if (operator.equals(IF) && i > 0) {
                found(operand, Kind.BRANCH, within);
            } else if (operator.equals(CASE) && operand instanceof OpApplNode arm) {
                found(arm.getArgs()[1], Kind.BRANCH, within);
            }
        }
    }

    private static boolean isJunction(SemanticNode node) {
        return isAny(node, CONJUNCTIONS) || isAny(node, DISJUNCTIONS);
    }

    private static boolean isAny(SemanticNode node, Set<String> operators) {
        return node instanceof OpApplNode application
                && operators.contains(application.getOperator().getName().toString());
    }

    private void found(SemanticNode node, Kind kind, OpDefNode within) {
        Location place = node.getLocation();
        if (!modules.contains(place.source()) || found.containsKey(node)) {
            return;
        }
        String plain = text.of(place.source(), place.beginLine(), place.beginColumn(),
                place.endLine(), place.endColumn());
        Operand operand = named(place, kind, within, plain);
        for (int i = 2; !named.add(operand); i++) {
            operand = named(place, kind, within, plain + " (" + i + ")");
        }
        found.put(node, operand);
    }

    private static Operand named(Location place, Kind kind, OpDefNode within, String text) {
        return new Operand(place.source(), within.getName().toString(), kind, text);
    }

    private static String moduleOf(OpDefNode definition) {
        ModuleNode module = definition.getOriginallyDefinedInModuleNode();
        return module == null ? "" : module.getName().toString();
    }
}
