package org.quittance.core.settlement.commit;

import java.util.List;
import java.util.Random;
import org.quittance.core.base.PublicKey;
import org.quittance.core.crypto.SimulationScheme;
import org.quittance.core.settlement.state.EvidenceKind;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.GroupStatus;
import org.quittance.core.settlement.state.Ledger;
import org.quittance.core.settlement.state.Order;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Series;
import org.quittance.core.settlement.state.Side;
import org.quittance.core.settlement.state.Unbonding;
import org.quittance.core.settlement.state.Withdrawal;
import org.quittance.core.settlement.state.WithdrawalStatus;

/** Ledgers with something of everything, changed at random. */
final class Ledgers {

    static final int[] OWNERS = {0, 1, 0};

    private static final SimulationScheme SCHEME = new SimulationScheme(3);

    private final Random random;
    final Ledger ledger = new Ledger(true, OWNERS);

    Ledgers(long seed) {
        this.random = new Random(seed);
        for (int account = 0; account < 4; account++) {
            ledger.open(key(account), amount());
        }
        for (int group = 1; group <= 2; group++) {
            ledger.contracts().put(new Group(group, 10L * group, GroupStatus.LIVE, List.of()));
        }
        for (int id = 1; id <= 4; id++) {
            list(id);
        }
        for (int change = 0; change < 60; change++) {
            change();
        }
    }

    static PublicKey key(int number) {
        return SCHEME.signer(number).publicKey();
    }

    private Series list(int id) {
        return ledger.contracts().list(
                id, 1 + random.nextInt(1000), pick(Right.values()), 1 + id % 2);
    }

    /** Changes one thing or the other, sometimes back to what it was. */
    void change() {
        int account = random.nextInt(ledger.accounts().size());
        int validator = random.nextInt(OWNERS.length);
        switch (random.nextInt(22)) {
            case 0 -> ledger.accounts().setCash(account, amount());
            case 1 -> ledger.accounts().useNonce(account);
            case 2 -> ledger.accounts().setFlagged(account, random.nextInt(2) * count());
            case 3 -> ledger.open(key(ledger.accounts().size()), amount());
            case 4, 5 -> ledger.positions().set(account, series(), random.nextInt(5) - 2);
            case 6, 7 -> place(account);
            case 8 -> ledger.book().removeAllOf(account);
            case 9 -> ledger.contracts().put(new Group(1 + random.nextInt(2), count(),
                    pick(GroupStatus.values()), List.of(amount(), amount()).subList(0,
                            random.nextInt(3))));
            case 10 -> ledger.validators().setStake(validator, amount());
            case 11 -> ledger.validators().setUnbonding(
                    validator, new Unbonding(random.nextInt(2) * amount(), count()));
            case 12 -> ledger.validators().setWeight(validator, random.nextInt(2) * amount());
            case 13 -> ledger.validators().setJoined(validator, random.nextBoolean());
            case 14 -> ledger.oracle().setReport(validator, random.nextInt(2) * count());
            case 15 -> ledger.oracle().setOutliers(validator, random.nextInt(2));
            case 16 -> ledger.treasury().put(new Withdrawal(count(), account, amount(),
                    pick(WithdrawalStatus.values()), count(),
                    List.of(0, 3, 5).subList(0, random.nextInt(4)), count()));
            case 17 -> ledger.treasury().use(random.nextInt(1000));
            case 18 -> ledger.validators().use(
                    validator, pick(EvidenceKind.values()), random.nextInt(9));
            case 19 -> ledger.progress().setHeight(count());
            case 20 -> ledger.oracle().setPrice(count(), count());
            default -> scalars();
        }
    }

    private void scalars() {
        ledger.progress().setGovernanceNonce(count());
        ledger.oracle().setRound(count(), count());
        ledger.oracle().setCandidate(random.nextInt(2) * count());
        ledger.oracle().setPausedUntil(random.nextInt(2) * count());
        ledger.treasury().setInsuranceFund(amount());
        ledger.treasury().setNextWithdrawal(count());
        ledger.treasury().setWithdrawn(amount());
        ledger.treasury().setExternalIn(amount());
        ledger.treasury().setExternalOut(amount());
        ledger.treasury().setQuitted(count());
        ledger.validators().jail(random.nextInt(OWNERS.length));
    }

    private void place(int account) {
        long id = ledger.book().nextOrder();
        ledger.book().setNextOrder(id + 1);
        ledger.book().add(new Order(id, account, series(), pick(Side.values()),
                count(), count(), pick(OrderKind.values())));
    }

    private Series series() {
        return ledger.contracts().inSlot(random.nextInt(ledger.contracts().series().size()));
    }

    private long count() {
        return 1 + random.nextInt(300);
    }

    /** Up to the largest amounts there are. */
    private long amount() {
        return random.nextLong() >>> 3 + random.nextInt(60);
    }

    private <T> T pick(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
