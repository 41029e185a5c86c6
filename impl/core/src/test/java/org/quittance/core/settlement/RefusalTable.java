package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.quittance.core.settlement.state.Key;
import org.quittance.core.settlement.state.Value;
import org.quittance.core.settlement.state.Variable;

/**
 * What refuses one command: faults in order of precedence. Each fault alone is given as the
 * reason, and of any two the earlier. A refused command changes nothing but a nonce.
 */
final class RefusalTable {

    private record Row(Rejection reason, String name, Consumer<Attempt> fault) {}

    private final String command;
    private final Consumer<Attempt> good;
    private final Function<Attempt, Command> make;
    private final List<Row> rows = new ArrayList<>();

    /** A command that is accepted if nothing is wrong with it. */
    RefusalTable(String command, Consumer<Attempt> good, Function<Attempt, Command> make) {
        this.command = command;
        this.good = good;
        this.make = make;
    }

    /** The next fault: the reason comes after, or is the same as, that of the one before. */
    RefusalTable row(Rejection reason, String name, Consumer<Attempt> fault) {
        rows.add(new Row(reason, name, fault));
        return this;
    }

    List<DynamicTest> tests(Rejection... reasons) {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(dynamicTest(command + " has all its reasons, in order",
                () -> assertThat(rows.stream().map(Row::reason).distinct())
                        .containsExactly(reasons)));
        tests.add(dynamicTest(command + " is accepted", this::accepted));
        for (int first = 0; first < rows.size(); first++) {
            Row row = rows.get(first);
            tests.add(test(row.name, row, row));
            for (Row second : rows.subList(first + 1, rows.size())) {
                if (second.reason != row.reason) {
                    tests.add(test(row.name + ", before " + second.name, row, second));
                }
            }
        }
        return tests;
    }

    private void accepted() {
        Attempt attempt = new Attempt();
        good.accept(attempt);
        attempt.world.forget();
        Outcome outcome = attempt.world.settlement.execute(make.apply(attempt), attempt.signers);
        assertThat(outcome).isEqualTo(Outcome.ACCEPTED);
        assertThat(attempt.world.steps().get(0)).isEqualTo(command);
    }

    private DynamicTest test(String name, Row reason, Row another) {
        return dynamicTest(command + " " + reason.reason + ": " + name, () -> {
            Attempt attempt = new Attempt();
            good.accept(attempt);
            // The earlier fault is done last, so that the other can't undo it.
            another.fault.accept(attempt);
            reason.fault.accept(attempt);
            refused(attempt, reason.reason);
        });
    }

    private void refused(Attempt attempt, Rejection reason) {
        World world = attempt.world;
        world.forget();
        Command made = make.apply(attempt);
        SortedMap<Key, Value> before = world.entries();

        Outcome outcome = world.settlement.execute(made, attempt.signers);

        assertThat(outcome.rejection()).contains(reason);
        assertThat(world.entries()).isEqualTo(withNonceUsed(before, made, reason));
        assertThat(world.events).singleElement().satisfies(event -> {
            Event.Reject reject = (Event.Reject) event;
            assertThat(reject.command()).isEqualTo(made);
            assertThat(reject.reason()).isEqualTo(reason);
        });
    }

    private static SortedMap<Key, Value> withNonceUsed(
            SortedMap<Key, Value> entries, Command command, Rejection reason) {
        if (reason.compareTo(Rejection.WRONG_NONCE) > 0) {
            if (command instanceof Command.OfAccount c) {
                entries.put(
                        Key.of(Variable.NONCE, c.account()), new Value.Number(c.nonce() + 1));
            } else if (command instanceof Command.OfGovernance c) {
                entries.put(
                        Key.of(Variable.GOVERNANCE_NONCE), new Value.Number(c.nonce() + 1));
            }
        }
        return entries;
    }
}
