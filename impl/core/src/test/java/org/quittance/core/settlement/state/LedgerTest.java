package org.quittance.core.settlement.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.PublicKey;
import org.quittance.core.base.SchemeId;

class LedgerTest {

    private static final PublicKey KEY = new PublicKey(
            SchemeId.SIMULATION, Bytes.copyOf(new byte[SchemeId.SIMULATION.keySize()]));

    private final Ledger ledger = new Ledger(true, 0);
    private final Accounts accounts = ledger.accounts();

    @Test
    void scalarsCountAsChangedFromTheStart() {
        List<Key> scalars = Arrays.stream(Variable.values())
                .filter(Variable::isScalar).map(Key::of).toList();
        assertThat(ledger.marks().takeForRoot()).containsExactlyElementsOf(scalars);
        assertThat(ledger.marks().takeForRoot()).isEmpty();
        assertThat(ledger.marks().takeForEvent()).containsExactlyElementsOf(scalars);
    }

    @Test
    void anAccountHasCashAndAKeyFromTheStart() {
        ledger.marks().takeForRoot();
        accounts.open(KEY);
        assertThat(ledger.marks().takeForRoot())
                .containsExactly(Key.of(Variable.CASH, 0), Key.of(Variable.KEY, 0));
        assertThat(ledger.entries()).contains(
                new Entry(Key.of(Variable.CASH, 0), new Value.Number(0)),
                new Entry(Key.of(Variable.KEY, 0), new Value.Key(KEY)));
    }

    @Test
    void accountsKeepTheirOwnHoweverManyThereAre() {
        for (int account = 0; account < 40; account++) {
            accounts.open(KEY);
            accounts.setCash(account, account + 1);
            accounts.setNonce(account, account + 2);
            accounts.setFlagged(account, account + 3);
        }
        for (int account = 0; account < 40; account++) {
            assertThat(accounts.cash(account)).isEqualTo(account + 1);
            assertThat(accounts.nonce(account)).isEqualTo(account + 2);
            assertThat(accounts.flagged(account)).isEqualTo(account + 3);
        }
    }

    @Test
    void flaggedAccountsAreCounted() {
        accounts.open(KEY);
        accounts.open(KEY);
        accounts.setFlagged(0, 0);
        assertThat(accounts.flaggedCount()).isZero();
        accounts.setFlagged(0, 7);
        accounts.setFlagged(0, 8);
        assertThat(accounts.flaggedCount()).isEqualTo(1);
        accounts.setFlagged(1, 8);
        assertThat(accounts.flaggedCount()).isEqualTo(2);
        accounts.setFlagged(0, 0);
        assertThat(accounts.flaggedCount()).isEqualTo(1);
    }

    @Test
    void restingOrdersAreCounted() {
        Series series = ledger.contracts().list(1, 100, Right.CALL, 1);
        Order order = new Order(1, 0, series, Side.BUY, 10, 1, OrderKind.GTC);
        ledger.book().add(order);
        assertThat(ledger.book().size()).isEqualTo(1);
        ledger.book().remove(order);
        assertThat(ledger.book().size()).isZero();
    }

    @Test
    void seriesAreToldApartByAllButTheirPlace() {
        Series series = new Series(1, 0, 100, Right.CALL, 1);
        assertThat(series).isEqualTo(new Series(1, 7, 100, Right.CALL, 1))
                .hasSameHashCodeAs(new Series(1, 7, 100, Right.CALL, 1))
                .isNotEqualTo(new Series(2, 0, 100, Right.CALL, 1))
                .isNotEqualTo(new Series(1, 0, 101, Right.CALL, 1))
                .isNotEqualTo(new Series(1, 0, 100, Right.PUT, 1))
                .isNotEqualTo(new Series(1, 0, 100, Right.CALL, 2));
    }

    @Test
    void phasesAndSidesAreWrittenInTracesAsInTheSpec() {
        assertThat(Phase.values()).extracting(Phase::word).containsExactly(
                "commands", "oracle", "expiry", "liquidation", "staking");
        assertThat(Side.values()).extracting(Side::word).containsExactly("buy", "sell");
    }

    @Test
    void nothingUnbondingIsNoEntry() {
        Key key = Key.of(Variable.UNBONDING, 0);
        assertThat(new Entry(key, Unbonding.NONE).isPresent()).isFalse();
        assertThat(new Entry(key, new Unbonding(1, 2)).isPresent()).isTrue();
        assertThat(new Entry(Key.of(Variable.CASH, 0), new Value.Number(0)).isPresent()).isTrue();
        assertThat(new Entry(Key.of(Variable.NONCE, 0), new Value.Number(0)).isPresent()).isFalse();
    }
}
