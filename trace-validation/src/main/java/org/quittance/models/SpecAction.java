package org.quittance.models;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;
import tla2sany.semantic.ASTConstants;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.LevelConstants;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SubstInNode;
import tla2sany.st.Location;

/**
 * An action of a spec's Next, its parts, and how often they were evaluated.
 *
 * <p>A part is an operand of a conjunction, disjunction or implication, or a branch of an IF, in
 * the action itself or in an operator that it uses. That an operand was evaluated means that those
 * before it let it through.
 */
final class SpecAction {

    /**
     * A part of an action.
     *
     * @param operator the operator in whose definition it stands
     */
    record Part(String operator, SemanticNode node) {}

    private static final Set<String> JUNCTIONS =
            Set.of("$ConjList", "$DisjList", "\\land", "\\lor", "/\\", "\\/", "=>");
    private static final String IF = "$IfThenElse";

    private final OpDefNode definition;
    private final Set<String> modules;
    private final List<Part> parts = new ArrayList<>();
    private final Map<SemanticNode, Long> counts = new IdentityHashMap<>();
    private long states;

    private SpecAction(OpDefNode definition, Set<String> modules) {
        this.definition = definition;
        this.modules = modules;
        collect(definition.getBody(), definition, new HashSet<>());
    }

    /**
     * The actions of which a spec's Next is the disjunction. A spec that is a part of others may
     * leave Next to its models: then these are what the model's Next composes of the spec.
     *
     * @param root the module of the model
     * @param modules the modules whose operators are looked into: those of all specs
     * @return none if the model has the Next of another spec, or none
     */
    static List<SpecAction> of(ModuleNode root, String spec, Set<String> modules) {
        OpDefNode next = root.getOpDef("Next");
        if (next == null || modules.contains(moduleOf(next)) && !moduleOf(next).equals(spec)) {
            return List.of();
        }
        Map<String, OpDefNode> definitions = new LinkedHashMap<>();
        boolean isOwn = moduleOf(next).equals(spec);
        findActions(next.getBody(), isOwn ? Set.of() : Set.of(spec), definitions);
        return definitions.values().stream().map(d -> new SpecAction(d, modules)).toList();
    }

    /** Goes down to the first operators that take steps; of some modules only, unless of any. */
    private static void findActions(
            SemanticNode node, Set<String> only, Map<String, OpDefNode> found) {
        if (node instanceof OpApplNode application
                && application.getOperator() instanceof OpDefNode definition
                && definition.getKind() == ASTConstants.UserDefinedOpKind
                && definition.getLevel() == LevelConstants.ActionLevel) {
            if (only.isEmpty() || only.contains(moduleOf(definition))) {
                found.putIfAbsent(definition.getName().toString(), definition);
            } else {
                findActions(definition.getBody(), only, found);
            }
            return;
        }
        for (SemanticNode child : childrenOf(node)) {
            findActions(child, only, found);
        }
    }

    private void collect(SemanticNode node, OpDefNode within, Set<OpDefNode> seen) {
        if (node instanceof LetInNode let) {
            // TLC keeps no reliable counts of what is defined within.
            collect(let.getBody(), within, seen);
            return;
        }
        if (node instanceof SubstInNode substitution) {
            collect(substitution.getBody(), within, seen);
            return;
        }
        if (node instanceof OpApplNode application) {
            String operator = application.getOperator().getName().toString();
            SemanticNode[] operands = application.getArgs();
            for (int i = 0; i < operands.length; i++) {
                boolean branch = operator.equals(IF) && i > 0;
                if ((JUNCTIONS.contains(operator) || branch) && !isJunction(operands[i])) {
                    parts.add(new Part(within.getName().toString(), operands[i]));
                }
            }
            if (application.getOperator() instanceof OpDefNode used && isLookedInto(used)) {
                if (seen.add(used)) {
                    collect(used.getBody(), used, seen);
                }
            }
        }
        for (SemanticNode child : childrenOf(node)) {
            collect(child, within, seen);
        }
    }

    private boolean isLookedInto(OpDefNode used) {
        boolean computedOnce =
                used.getLevel() == LevelConstants.ConstantLevel && used.getArity() == 0;
        return used.getKind() == ASTConstants.UserDefinedOpKind
                && used.getBody() != null
                && !computedOnce
                && modules.contains(moduleOf(used));
    }

    private static boolean isJunction(SemanticNode node) {
        return node instanceof OpApplNode application
                && JUNCTIONS.contains(application.getOperator().getName().toString());
    }

    private static SemanticNode[] childrenOf(SemanticNode node) {
        SemanticNode[] children = node.getChildren();
        return children == null ? new SemanticNode[0] : children;
    }

    private static String moduleOf(OpDefNode definition) {
        ModuleNode module = definition.getOriginallyDefinedInModuleNode();
        return module == null ? "" : module.getName().toString();
    }

    String name() {
        return definition.getName().toString();
    }

    OpDefNode definition() {
        return definition;
    }

    List<Part> parts() {
        return parts;
    }

    /** Whether a node stands in the definition of this action. */
    boolean holds(SemanticNode node) {
        Location outer = definition.getBody().getLocation();
        Location inner = node.getLocation();
        return inner.source().equals(outer.source())
                && place(outer.beginLine(), outer.beginColumn())
                        <= place(inner.beginLine(), inner.beginColumn())
                && place(inner.endLine(), inner.endColumn())
                        <= place(outer.endLine(), outer.endColumn());
    }

    /** A line and a column as one number that grows along the text. */
    private static long place(int line, int column) {
        return ((long) line << Integer.SIZE) + column;
    }

    void found(long more) {
        states += more;
    }

    /** States found by this action, with repetitions. */
    long states() {
        return states;
    }

    /**
     * How often the part of this action itself was evaluated that was evaluated least, of those
     * that TLC counts: it does not count what stands below a LET.
     */
    long least() {
        return parts.stream()
                .filter(part -> part.operator().equals(name()))
                .map(part -> counts.get(part.node()))
                .flatMap(Stream::ofNullable)
                .mapToLong(Long::longValue)
                .min()
                .orElse(0);
    }

    void add(SemanticNode node, long count) {
        counts.merge(node, count, Long::sum);
    }

    /** How often a node was evaluated; absent if TLC does not count it. */
    @Nullable Long countOf(SemanticNode node) {
        return counts.get(node);
    }
}
