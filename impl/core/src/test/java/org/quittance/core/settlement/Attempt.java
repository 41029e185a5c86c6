package org.quittance.core.settlement;

import org.quittance.core.base.PublicKey;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Side;

/** A command in the making, and the world in which it will be tried. Faults change both. */
final class Attempt {

    final World world = new World();
    Signers signers = World.by(World.ANN);

    int account = World.ANN;
    long nonce;
    int series = World.CALL;
    int group = 1;
    Side side = Side.BUY;
    long price = 10;
    long quantity = 5;
    OrderKind kind = OrderKind.GTC;
    long order;
    long ext = 7;
    PublicKey key = World.key("account", World.ANN);
    long amount = 50;
    long expiry = 30;
    long strike = 120;
    long until = 3;

    Command deposit() {
        return new Command.Deposit(ext, account, key, amount);
    }

    Command listGroup() {
        return new Command.ListGroup(group, expiry);
    }

    Command listSeries() {
        return new Command.ListSeries(series, strike, Right.CALL, group);
    }

    Command pause() {
        return new Command.Pause(until, nonce);
    }

    Command resume() {
        return new Command.Resume(nonce);
    }

    Command place() {
        return new Command.Place(account, nonce, series, side, price, quantity, kind);
    }

    Command cancel() {
        return new Command.Cancel(account, nonce, order);
    }
}
