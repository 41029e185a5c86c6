package org.quittance.core.settlement;

import static org.quittance.core.settlement.Rejection.*;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.GroupStatus;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Side;

/** Every reason for which money, listings, pauses and orders are refused. */
class TradingRefusalsTest {

    @TestFactory
    List<DynamicTest> deposit() {
        return new RefusalTable("Deposit", a -> a.signers = World.custodians(0, 2),
                Attempt::deposit)
                .row(NOT_ENOUGH_SIGNERS, "one custodian", a -> a.signers = World.custodians(1))
                .row(NOT_ENOUGH_SIGNERS, "one custodian twice",
                        a -> a.signers = World.custodians(1, 1))
                .row(NOT_ENOUGH_SIGNERS, "governors", a -> a.signers = World.governors(0, 1))
                .row(WRONG_SIGNER, "another key", a -> a.key = World.key("account", World.BOB))
                .row(NOT_IN_RANGE, "nothing", a -> a.amount = 0)
                .row(NOT_IN_RANGE, "less than nothing", a -> a.amount = -1)
                .row(ALREADY_USED, "credited before", a -> a.world.state.treasury().use(a.ext))
                .row(LIMIT, "more than there may be",
                        a -> a.world.state.treasury().setExternalIn(Parameters.MAX_MONEY))
                .tests(NOT_ENOUGH_SIGNERS, WRONG_SIGNER, NOT_IN_RANGE, ALREADY_USED, LIMIT);
    }

    @TestFactory
    List<DynamicTest> depositThatOpensAnAccount() {
        return new RefusalTable("Deposit", TradingRefusalsTest::newAccount, Attempt::deposit)
                .row(NOT_ENOUGH_SIGNERS, "none", a -> a.signers = Signers.NONE)
                .row(NOT_IN_RANGE, "not the next id", a -> a.account = 5)
                .row(NOT_IN_RANGE, "no id", a -> a.account = -1)
                .row(ALREADY_USED, "credited before", a -> a.world.state.treasury().use(a.ext))
                .row(LIMIT, "one unit too much", a -> a.world.state.treasury()
                        .setExternalIn(Parameters.MAX_MONEY - a.amount + 1))
                .tests(NOT_ENOUGH_SIGNERS, NOT_IN_RANGE, ALREADY_USED, LIMIT);
    }

    private static void newAccount(Attempt a) {
        a.signers = World.custodians(0, 1, 2);
        a.account = 4;
        a.key = World.key("account", 4);
    }

    @TestFactory
    List<DynamicTest> listGroup() {
        return new RefusalTable("ListGroup", TradingRefusalsTest::newGroup, Attempt::listGroup)
                .row(NOT_ENOUGH_SIGNERS, "one governor", a -> a.signers = World.governors(1))
                .row(NOT_ENOUGH_SIGNERS, "custodians", a -> a.signers = World.custodians(0, 1))
                .row(NOT_IN_RANGE, "expires now", a -> a.expiry = 1)
                // Id 0 can't also be listed, but can come with all the others.
                .row(NOT_IN_RANGE, "no id", a -> a.group = 0)
                .row(ALREADY_LISTED, "the id is taken", a -> listed(a, a.group < 1 ? 3 : a.group))
                .row(TOO_MANY, "as many as may be unsettled", a -> {
                    listed(a, 8);
                    listed(a, 9);
                })
                .tests(NOT_ENOUGH_SIGNERS, NOT_IN_RANGE, ALREADY_LISTED, TOO_MANY);
    }

    private static void newGroup(Attempt a) {
        a.signers = World.governors(0, 1);
        a.group = 3;
    }

    private static void listed(Attempt a, int group) {
        a.world.state.contracts().put(new Group(group, 40, GroupStatus.LIVE, List.of()));
    }

    @TestFactory
    List<DynamicTest> listSeries() {
        return new RefusalTable("ListSeries", TradingRefusalsTest::newSeries, Attempt::listSeries)
                .row(NOT_ENOUGH_SIGNERS, "one governor", a -> a.signers = World.governors(2))
                .row(UNKNOWN_GROUP, "no such group", a -> a.group = 77)
                .row(NOT_IN_RANGE, "no strike", a -> a.strike = 0)
                .row(NOT_IN_RANGE, "strike above all prices", a -> a.strike = 401)
                .row(NOT_IN_RANGE, "no id", a -> a.series = 0)
                .row(ALREADY_LISTED, "the id is taken", a -> a.series = World.OTHER)
                .row(TOO_MANY, "as many as may be unsettled",
                        a -> a.world.state.contracts().list(9, 50, Right.PUT, 2))
                .row(GROUP_NOT_LIVE, "it expires now", a -> a.world.state.progress().setHeight(10))
                .row(GROUP_NOT_LIVE, "it is expired", TradingRefusalsTest::expired)
                .tests(NOT_ENOUGH_SIGNERS, UNKNOWN_GROUP, NOT_IN_RANGE, ALREADY_LISTED, TOO_MANY,
                        GROUP_NOT_LIVE);
    }

    private static void newSeries(Attempt a) {
        a.signers = World.governors(0, 1);
        a.series = 4;
    }

    private static void expired(Attempt a) {
        a.world.state.contracts().put(new Group(1, 30, GroupStatus.EXPIRED, List.of()));
    }

    @TestFactory
    List<DynamicTest> pause() {
        return new RefusalTable("Pause", a -> a.signers = World.governors(0, 1), Attempt::pause)
                .row(NOT_ENOUGH_SIGNERS, "one governor", a -> a.signers = World.governors(2))
                .row(WRONG_NONCE, "not in turn", a -> a.nonce = 1)
                .row(NOT_IN_RANGE, "ends now", a -> a.until = 1)
                .row(NOT_IN_RANGE, "ends too late", a -> a.until = 7)
                .tests(NOT_ENOUGH_SIGNERS, WRONG_NONCE, NOT_IN_RANGE);
    }

    @TestFactory
    List<DynamicTest> resume() {
        return new RefusalTable("Resume", a -> a.signers = World.governors(0, 1), Attempt::resume)
                .row(NOT_ENOUGH_SIGNERS, "one governor", a -> a.signers = World.governors(2))
                .row(WRONG_NONCE, "not in turn", a -> a.nonce = -1)
                .tests(NOT_ENOUGH_SIGNERS, WRONG_NONCE);
    }

    @TestFactory
    List<DynamicTest> place() {
        RefusalTable table = new RefusalTable("Place", a -> { }, Attempt::place);
        ofAccount(table)
                .row(UNKNOWN_SERIES, "no such series", a -> a.series = 77)
                .row(NOT_IN_RANGE, "no price", a -> a.price = 0)
                .row(NOT_IN_RANGE, "price above all", a -> a.price = 401)
                .row(NOT_IN_RANGE, "no quantity", a -> a.quantity = 0)
                .row(NOT_IN_RANGE, "quantity above all", a -> a.quantity = 11)
                .row(TOO_MANY, "three orders rest", TradingRefusalsTest::threeOrders)
                .row(HALTED, "a price waits", a -> a.world.state.oracle().setCandidate(200))
                .row(HALTED, "paused", a -> a.world.state.oracle().setPausedUntil(50))
                .row(STALE_PRICE, "no price", a -> a.world.state.oracle().setPrice(0, 0))
                .row(STALE_PRICE, "an old price", a -> a.world.state.oracle().setPrice(100, -3))
                .row(GROUP_NOT_LIVE, "expired", TradingRefusalsTest::expired)
                .row(GROUP_NOT_LIVE, "expires now", a -> a.world.state.contracts()
                        .put(new Group(1, 1, GroupStatus.LIVE, List.of())))
                .row(FLAGGED, "flagged", a -> a.world.state.accounts().setFlagged(World.ANN, 1))
                .row(SELF_TRADE, "an order of its own",
                        a -> a.world.rests(World.ANN, World.CALL, Side.SELL, 10, 1))
                .row(WOULD_CROSS, "meets a better order", TradingRefusalsTest::crossing)
                .row(POSITION_LIMIT, "one contract too many",
                        a -> a.world.owes(World.BOB, World.ANN, World.CALL, 16))
                .row(INSUFFICIENT_CASH, "one unit too few",
                        a -> a.world.state.accounts().setCash(World.ANN, 49))
                .row(INSUFFICIENT_COLLATERAL, "cash that is needed elsewhere",
                        TradingRefusalsTest::shortElsewhere);
        return table.tests(UNKNOWN_ACCOUNT, WRONG_SIGNER, WRONG_NONCE, UNKNOWN_SERIES,
                NOT_IN_RANGE, TOO_MANY, HALTED, STALE_PRICE, GROUP_NOT_LIVE, FLAGGED, SELF_TRADE,
                WOULD_CROSS, POSITION_LIMIT, INSUFFICIENT_CASH, INSUFFICIENT_COLLATERAL);
    }

    @TestFactory
    List<DynamicTest> cancel() {
        Consumer<Attempt> rests = a -> a.order =
                a.world.rests(World.ANN, World.CALL, Side.BUY, 10, 5).id();
        return ofAccount(new RefusalTable("Cancel", rests, Attempt::cancel))
                .row(UNKNOWN_ORDER, "no such order", a -> a.order = 77)
                .row(NOT_OWNER, "the order of another", a -> a.order =
                        a.world.rests(World.BOB, World.CALL, Side.BUY, 10, 5).id())
                .tests(UNKNOWN_ACCOUNT, WRONG_SIGNER, WRONG_NONCE, UNKNOWN_ORDER, NOT_OWNER);
    }

    /** What every account command has in common. An unknown account has no key to be wrong. */
    private static RefusalTable ofAccount(RefusalTable table) {
        return table
                .row(UNKNOWN_ACCOUNT, "the next id", a -> a.account = 4)
                .row(UNKNOWN_ACCOUNT, "no id", a -> a.account = -1)
                .row(WRONG_SIGNER, "another's seal", a -> a.signers = World.by(World.BOB))
                .row(WRONG_SIGNER, "no seal", a -> a.signers = Signers.NONE)
                .row(WRONG_SIGNER, "two seals", a -> a.signers = Signers.of(
                        World.key("account", World.ANN), World.key("account", World.BOB)))
                .row(WRONG_NONCE, "done before", a -> a.nonce = -1)
                .row(WRONG_NONCE, "too early", a -> a.nonce = 1);
    }

    private static void threeOrders(Attempt a) {
        for (int k = 0; k < 3; k++) {
            a.world.rests(World.ANN, World.PUT, Side.BUY, 1, 1);
        }
    }

    private static void crossing(Attempt a) {
        a.world.rests(World.BOB, World.CALL, Side.SELL, 9, 1);
        a.kind = OrderKind.POST_ONLY;
    }

    /** A short call elsewhere takes a margin of 50, and 50 are to be paid, but here are 99. */
    private static void shortElsewhere(Attempt a) {
        a.world.owes(World.ANN, World.BOB, World.OTHER, 1);
        a.world.state.accounts().setCash(World.ANN, 99);
    }
}
