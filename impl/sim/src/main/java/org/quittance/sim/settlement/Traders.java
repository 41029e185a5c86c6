package org.quittance.sim.settlement;

import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.Parameters;
import org.quittance.core.settlement.State;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.GroupStatus;
import org.quittance.core.settlement.state.Order;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Series;
import org.quittance.core.settlement.state.Side;
import org.quittance.sim.kernel.Rng;

/** Those who trade, and who take over what others can't keep. */
final class Traders {

    private static final int UNKNOWN_SERIES = 99_999;

    private final People people;
    private final Rng rng;
    private final Parameters parameters;

    Traders(People people) {
        this.people = people;
        this.rng = people.rng();
        this.parameters = people.market().parameters();
    }

    Instruction place(State s) {
        int account = people.trader(s);
        Series series = series(s);
        Side side = rng.chance(500) ? Side.BUY : Side.SELL;
        int id = series == null || rng.chance(people.market().slipsPerMille() / 4)
                ? UNKNOWN_SERIES : series.id();
        OrderKind kind = rng.chance(600) ? OrderKind.GTC
                : rng.chance(500) ? OrderKind.IOC : OrderKind.POST_ONLY;
        long price = series == null ? 1 : price(s, series, side, kind);
        Command command = new Command.Place(account, people.nonce(s, account), id, side, price,
                quantity(s, account, series, side), kind);
        return new Instruction(command, people.ownerOf(account));
    }

    private @Nullable Series series(State s) {
        List<Series> all = new ArrayList<>(s.contracts().series());
        List<Series> live = all.stream().filter(series -> isLive(s, series)).toList();
        return all.isEmpty() ? null
                : live.isEmpty() || rng.chance(40) ? rng.pick(all) : rng.pick(live);
    }

    private static boolean isLive(State s, Series series) {
        Group group = s.contracts().groupOf(series);
        return group.status() == GroupStatus.LIVE && s.height() < group.expiry();
    }

    private long price(State s, Series series, Side side, OrderKind kind) {
        if (rng.chance(people.market().slipsPerMille() / 4)) {
            return rng.chance(500) ? 0 : parameters.maxPrice() + 1;
        }
        Order best = s.book().best(series, side.opposite());
        if (best != null && rng.chance(kind == OrderKind.POST_ONLY ? 100 : 650)) {
            return best.price();
        }
        long under = Math.max(1, s.oracle().price());
        long worth = series.payoff(under) + under * rng.between(1, 80) / 1_000;
        long spread = worth * rng.between(0, 150) / 1_000;
        return Math.max(1, Math.min(parameters.maxPrice(),
                side == Side.BUY ? worth - spread : worth + spread));
    }

    private long quantity(State s, int account, @Nullable Series series, Side side) {
        if (rng.chance(people.market().slipsPerMille() / 4)) {
            return rng.chance(500) ? 0 : parameters.maxQuantity() + 1;
        }
        if (series == null || !s.accounts().contains(account)) {
            return 1;
        }
        long held = s.positions().quantity(account, series);
        if (held != 0 && (held > 0) == (side == Side.SELL) && rng.chance(400)) {
            return Math.min(parameters.maxQuantity(), Math.abs(held));
        }
        if (rng.chance(60)) {
            return parameters.maxQuantity();
        }
        long tick = Math.max(1, s.oracle().price() * parameters.initialRate() / Parameters.WHOLE);
        long affordable = Math.max(1, s.accounts().cash(account) / tick);
        if (rng.chance(people.market().boldPerMille())) {
            return Math.min(parameters.maxQuantity(), affordable);
        }
        long wanted = Math.max(1, affordable / 1_000 * rng.between(1, 900)
                + affordable % 1_000 * rng.between(1, 900) / 1_000);
        return Math.min(parameters.maxQuantity(), rng.chance(80) ? 3 * wanted : wanted);
    }

    Instruction cancel(State s) {
        int account = people.trader(s);
        long order = rng.chance(100)
                ? 1 + rng.below((int) s.book().nextOrder()) : orderOf(s, account);
        return new Instruction(new Command.Cancel(account, people.nonce(s, account), order),
                people.ownerOf(account));
    }

    /** A recent order of the account that rests; else one that never was. */
    private static long orderOf(State s, int account) {
        long next = s.book().nextOrder();
        for (long id = next - 1; id > Math.max(0, next - 60); id--) {
            Order order = s.book().order(id);
            if (order != null && order.account() == account) {
                return id;
            }
        }
        return next;
    }

    Instruction takeover(State s) {
        List<Integer> flagged = new ArrayList<>();
        for (int account = 0; account < s.accounts().size(); account++) {
            if (s.accounts().isFlagged(account)) {
                flagged.add(account);
            }
        }
        int target = flagged.isEmpty() || rng.chance(80) ? people.account(s) : rng.pick(flagged);
        int bidder = rng.chance(30) ? target : rng.chance(60) ? people.account(s) : richest(s);
        return new Instruction(
                new Command.Takeover(bidder, people.nonce(s, bidder), target),
                people.ownerOf(bidder));
    }

    private int richest(State s) {
        int richest = 0;
        for (int account = 1; account < s.accounts().size(); account++) {
            if (s.accounts().cash(account) > s.accounts().cash(richest) || rng.chance(150)) {
                richest = account;
            }
        }
        return richest;
    }
}
