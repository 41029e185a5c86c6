package org.quittance.proofs.condition;

import java.util.List;

/**
 * One question of the proof and the answer that it must have.
 *
 * @param action the action, or what else the goal must follow from
 * @param goal the invariant, property or attack
 * @param expected sat or unsat
 * @param fragment what it is claimed to be in: epr or linear
 * @param hypotheses for an unsat question: what must be satisfiable for the answer to mean anything
 */
public record Condition(
        String layer, String action, String goal, String expected, String fragment,
        Script script, List<Script> hypotheses) {

    /** The answer of a question that has no model. */
    public static final String UNSAT = "unsat";
    /** The answer of a question that has one. */
    public static final String SAT = "sat";
    /** What stands for the action where the goal must hold at the start. */
    public static final String START = "(start)";
    /** What stands for the action where the goal must follow in every state. */
    public static final String FOLLOWS = "(follows)";
    /** What stands for the action where the goal must be possible. */
    public static final String POSSIBLE = "(possible)";

    /** Copies the list. */
    public Condition {
        hypotheses = List.copyOf(hypotheses);
    }

    /** Layer, action and goal. */
    public String name() {
        return layer + "/" + action + "/" + goal;
    }

    /** As text that any solver can check. */
    public String text() {
        return script.text(expected, List.of(name() + ": expected " + expected));
    }
}
