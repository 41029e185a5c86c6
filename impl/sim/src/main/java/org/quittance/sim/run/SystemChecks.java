package org.quittance.sim.run;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.quittance.sim.check.Members;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;
import org.quittance.sim.check.system.BoundedLag;
import org.quittance.sim.check.system.Checker;
import org.quittance.sim.check.system.ExactlyOnce;
import org.quittance.sim.check.system.NoHonestAttestationEvidence;
import org.quittance.sim.check.system.QuittanceAgreement;
import org.quittance.sim.check.system.QuittanceMatchesExecution;
import org.quittance.sim.scenario.Scenario;

/** All checkers of execution and attestation in a run. */
final class SystemChecks {

    private final List<Checker> all;
    private final Set<Property> ignored;

    SystemChecks(Scenario scenario, World world, Set<Property> ignored) {
        this.ignored = ignored;
        Members byzantine = new Members(
                scenario.weights(), new TreeSet<>(scenario.byzantine().keySet()));
        SortedSet<Integer> notCorrect = new TreeSet<>(scenario.byzantine().keySet());
        notCorrect.addAll(scenario.wrong().keySet());
        Members faulty = new Members(scenario.weights(), notCorrect);
        this.all = List.of(
                new QuittanceAgreement(byzantine),
                new QuittanceMatchesExecution(faulty, world::rootAfter),
                new ExactlyOnce(),
                new BoundedLag(byzantine, world.settling().maxLag()),
                new NoHonestAttestationEvidence(byzantine, faulty));
    }

    void tell(Consumer<Checker> what) {
        for (Checker checker : all) {
            try {
                what.accept(checker);
            } catch (Violation violation) {
                if (!ignored.contains(violation.property())) {
                    throw violation;
                }
            }
        }
    }
}
