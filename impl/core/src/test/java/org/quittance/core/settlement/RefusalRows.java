package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.quittance.core.settlement.state.Entry;
import org.quittance.core.settlement.state.Phase;
import org.quittance.core.settlement.state.Variable;

/**
 * A table of the reasons to refuse one command, in order of precedence, and of what gives each of
 * them. It makes a test of each reason alone, and one of each together with all that come after
 * it, of which the first must be given.
 */
final class RefusalRows {

    /** A command that would be accepted, until a row spoils it or the clearinghouse. */
    static final class Attempt {

        final House house = new House();
        int account = 1;
        int target = 2;
        int validator = 2;
        int custodian = 1;
        long nonce;
        long amount = 40;
        long round = 1;
        long at = 7;
        long withdrawal = 1;
        Signers signers = House.account(1);
    }

    private record Row(Rejection reason, Consumer<Attempt> spoil) {}

    private final String name;
    private final Consumer<Attempt> prepare;
    private final Function<Attempt, Command> command;
    private final List<Row> rows = new ArrayList<>();

    RefusalRows(String name, Consumer<Attempt> prepare, Function<Attempt, Command> command) {
        this.name = name;
        this.prepare = prepare;
        this.command = command;
    }

    RefusalRows row(Rejection reason, Consumer<Attempt> spoil) {
        rows.add(new Row(reason, spoil));
        return this;
    }

    List<DynamicTest> tests() {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(dynamicTest(name + " is accepted", () -> {
            Attempt attempt = attempt();
            attempt.house.execute(command.apply(attempt), attempt.signers);
        }));
        for (int k = 0; k < rows.size(); k++) {
            Row row = rows.get(k);
            List<Row> fromHere = rows.subList(k, rows.size());
            tests.add(dynamicTest(name + ": " + row.reason(),
                    () -> refuses(row.reason(), List.of(row))));
            tests.add(dynamicTest(name + ": " + row.reason() + " before " + fromHere.size(),
                    () -> refuses(row.reason(), fromHere)));
        }
        return tests;
    }

    private Attempt attempt() {
        Attempt attempt = new Attempt();
        prepare.accept(attempt);
        attempt.house.at(Phase.COMMANDS);
        return attempt;
    }

    private void refuses(Rejection reason, List<Row> spoiling) {
        Attempt attempt = attempt();
        // What comes first is spoilt last, so that nothing makes it good again.
        for (int k = spoiling.size() - 1; k >= 0; k--) {
            spoiling.get(k).spoil().accept(attempt);
        }
        Command refused = command.apply(attempt);
        State s = attempt.house.s;
        s.post();
        attempt.house.events.clear();
        boolean takesNonce = refused instanceof Command.OfAccount
                && reason.compareTo(Rejection.WRONG_NONCE) > 0;
        long nonce = takesNonce ? s.accounts().nonce(attempt.account) : 0;
        List<Entry> before = withoutNonces(s);
        List<Entry> nonces = nonces(s);

        assertThat(Commands.execute(s, refused, attempt.signers, attempt.house.sink))
                .isEqualTo(Outcome.refused(reason));

        assertThat(withoutNonces(s)).isEqualTo(before);
        Event.Reject event = attempt.house.only(Event.Reject.class);
        assertThat(attempt.house.events).hasSize(1);
        assertThat(event.reason()).isEqualTo(reason);
        assertThat(event.command()).isEqualTo(refused);
        if (takesNonce) {
            assertThat(House.changed(event)).containsExactly(Variable.NONCE);
            assertThat(s.accounts().nonce(attempt.account)).isEqualTo(nonce + 1);
            s.accounts().setNonce(attempt.account, nonce);
        } else {
            assertThat(event.post().entries()).isEmpty();
        }
        assertThat(nonces(s)).isEqualTo(nonces);
    }

    private static List<Entry> withoutNonces(State s) {
        return s.ledger().entries().stream()
                .filter(entry -> entry.key().variable() != Variable.NONCE).toList();
    }

    private static List<Entry> nonces(State s) {
        return s.ledger().entries().stream()
                .filter(entry -> entry.key().variable() == Variable.NONCE).toList();
    }

    /** The reasons of the table, in its order. */
    List<Rejection> reasons() {
        return rows.stream().map(Row::reason).toList();
    }
}
