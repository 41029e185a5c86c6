package org.quittance.sim.check.settlement;

import java.math.BigInteger;
import java.util.SortedSet;
import java.util.TreeSet;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.Event;
import org.quittance.core.settlement.Parameters;
import org.quittance.core.settlement.state.Variable;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;

/**
 * Evidence is applied once; what its validator loses, of stake and unbonding stake alike, the
 * insurance fund gains; nobody else loses anything, and the validator is jailed for good.
 */
public final class S15Slashed implements Checker {

    private record Used(int validator, String kind, long at) {}

    private final Parameters parameters;
    private final SortedSet<Used> used = new TreeSet<>((a, b) -> a.validator() != b.validator()
            ? Integer.compare(a.validator(), b.validator())
            : a.at() != b.at() ? Long.compare(a.at(), b.at()) : a.kind().compareTo(b.kind()));
    private final SortedSet<Integer> jailed = new TreeSet<>();

    public S15Slashed(Parameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public void stepped(Step step) {
        if (step.event() instanceof Event.Slash slash) {
            slashed(step, slash.command());
        }
        SortedSet<Integer> now =
                new TreeSet<>(step.after().all(Variable.JAILED, value -> value).keySet());
        expect(now.equals(jailed), "jailed are " + now + ", but there is evidence against "
                + jailed);
        int entries = step.after().all(Variable.USED_EVIDENCE, value -> value).size();
        expect(entries <= used.size(), "more evidence is used than was given");
    }

    private void slashed(Step step, Command.SubmitEvidence evidence) {
        int guilty = evidence.validator();
        jailed.add(guilty);
        expect(used.add(new Used(guilty, evidence.kind().word(), evidence.at())),
                "evidence against validator " + guilty + " is applied twice");
        BigInteger all = BigInteger.ZERO;
        for (int v : step.before().amounts(Variable.STAKE).keySet()) {
            BigInteger stake = step.before().amount(Variable.STAKE, v);
            BigInteger leaving = BigInteger.valueOf(step.before().unbonding(v).amount());
            BigInteger lost = v == guilty ? part(stake) : BigInteger.ZERO;
            BigInteger lostToo = v == guilty ? part(leaving) : BigInteger.ZERO;
            all = all.add(lost).add(lostToo);
            expect(step.after().amount(Variable.STAKE, v).equals(stake.subtract(lost)),
                    "validator " + v + " had " + stake + " at stake and now has "
                            + step.after().amount(Variable.STAKE, v) + "; " + lost
                            + " was to be taken");
            expect(BigInteger.valueOf(step.after().unbonding(v).amount())
                            .equals(leaving.subtract(lostToo)),
                    "validator " + v + " had " + leaving + " unbonding and now has "
                            + step.after().unbonding(v).amount() + "; " + lostToo
                            + " was to be taken");
        }
        BigInteger gained = step.after().amount(Variable.INSURANCE_FUND)
                .subtract(step.before().amount(Variable.INSURANCE_FUND));
        expect(gained.equals(all), "the insurance fund gains " + gained + " of " + all);
    }

    /** The part that is slashed, rounded up. */
    private BigInteger part(BigInteger amount) {
        BigInteger whole = BigInteger.valueOf(Parameters.WHOLE);
        return amount.multiply(BigInteger.valueOf(parameters.slashRate()))
                .add(whole).subtract(BigInteger.ONE).divide(whole);
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new Violation(Property.S15_SLASHED, otherwise);
        }
    }
}
