package org.quittance.sim.run;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.core.settlement.Event;
import org.quittance.core.settlement.state.Variable;
import org.quittance.sim.check.settlement.Decision;
import org.quittance.sim.check.settlement.Picture;
import org.quittance.sim.check.settlement.Step;

/**
 * What runs of the settlement reached: actions, what became of each kind of command, and from where
 * debts were paid.
 */
public final class Coverage {

    private final SortedMap<String, Long> actions = new TreeMap<>();
    private final SortedMap<String, Long> decisions = new TreeMap<>();
    private final SortedMap<String, Long> stages = new TreeMap<>();

    /** A step was taken. */
    void stepped(Step step) {
        count(actions, step.event().getClass().getSimpleName());
        if (step.event() instanceof Event.SettleGroup settle) {
            cleared("SettleGroup", step, !settle.haircuts().isEmpty());
        }
        if (step.event() instanceof Event.Deleverage out) {
            cleared("Deleverage", step, !out.haircuts().isEmpty());
        }
    }

    /** A command was accepted or refused. */
    void decided(Decision decision) {
        count(decisions, decision.command().getClass().getSimpleName() + " "
                + decision.rejection().map(Enum::name).orElse("ACCEPTED"));
    }

    private void cleared(String action, Step step, boolean isCut) {
        Picture before = step.before();
        Picture after = step.after();
        boolean cash = before.accounts().stream()
                .anyMatch(account -> after.cash(account).compareTo(before.cash(account)) < 0);
        boolean asked = before.accounts().stream().anyMatch(account ->
                after.pending(account).size() < before.pending(account).size());
        boolean stake = before.amounts(Variable.STAKE).keySet().stream().anyMatch(v ->
                after.amount(Variable.STAKE, v).compareTo(before.amount(Variable.STAKE, v)) < 0);
        boolean unbonding = before.amounts(Variable.STAKE).keySet().stream().anyMatch(v ->
                after.unbonding(v).amount() < before.unbonding(v).amount());
        BigInteger fund = before.amount(Variable.INSURANCE_FUND)
                .subtract(after.amount(Variable.INSURANCE_FUND));
        List<String> reached = List.of(cash ? "cash" : "",
                asked ? "withdrawals" : "", stake ? "stake" : "",
                unbonding ? "unbonding stake" : "", fund.signum() > 0 ? "insurance fund" : "",
                isCut ? "haircut" : "", cash || asked || stake || unbonding || isCut
                        ? "" : "nothing owed");
        reached.stream().filter(stage -> !stage.isEmpty())
                .forEach(stage -> count(stages, action + " by " + stage));
    }

    private static void count(SortedMap<String, Long> counts, String name) {
        counts.merge(name, 1L, Long::sum);
    }

    /** How often each action was taken. */
    public SortedMap<String, Long> actions() {
        return Collections.unmodifiableSortedMap(actions);
    }

    /** How often each kind of command was accepted, or refused for which reason. */
    public SortedMap<String, Long> decisions() {
        return Collections.unmodifiableSortedMap(decisions);
    }

    /** How often debts were paid from where, at expiry and when an account was closed out. */
    public SortedMap<String, Long> stages() {
        return Collections.unmodifiableSortedMap(stages);
    }

    /** Adds what another run reached. */
    public void merge(Coverage other) {
        other.actions.forEach((name, count) -> actions.merge(name, count, Long::sum));
        other.decisions.forEach((name, count) -> decisions.merge(name, count, Long::sum));
        other.stages.forEach((name, count) -> stages.merge(name, count, Long::sum));
    }
}
