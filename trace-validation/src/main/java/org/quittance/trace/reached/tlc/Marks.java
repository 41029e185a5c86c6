package org.quittance.trace.reached.tlc;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.quittance.trace.reached.Operand;
import org.quittance.trace.reached.Operand.Kind;
import tla2sany.semantic.LevelConstants;
import tla2sany.semantic.LevelNode;
import tla2sany.semantic.SemanticNode;
import tlc2.tool.impl.ObservedTool;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.Value;

/** Which operands were reached. */
final class Marks implements ObservedTool.Listener {

    private final Map<SemanticNode, Operand> operands;
    private final Set<SemanticNode> reached =
            Collections.newSetFromMap(new IdentityHashMap<>());

    /** None of these yet. */
    Marks(Map<SemanticNode, Operand> operands) {
        this.operands = operands;
    }

    @Override
    public void evaluated(SemanticNode node, Value value) {
        Operand operand = operands.get(node);
        if (operand != null && (operand.kind() != Kind.DISJUNCT || isTrue(value))) {
            reached.add(node);
        }
    }

    private static boolean isTrue(Value value) {
        return value instanceof BoolValue flag && flag.getVal();
    }

    /** A way of a choice between steps is reached when it is tried; a guard has a value. */
    @Override
    public boolean tried(SemanticNode node) {
        Operand operand = operands.get(node);
        boolean hasValue = operand != null && operand.kind() == Kind.DISJUNCT
                && node instanceof LevelNode level
                && level.getLevel() < LevelConstants.ActionLevel;
        if (operand != null && !hasValue) {
            reached.add(node);
        }
        return hasValue;
    }

    /** Tells of each whether it was reached. */
    void forEach(BiConsumer<Operand, Boolean> whether) {
        operands.forEach((node, operand) -> whether.accept(operand, reached.contains(node)));
    }
}
