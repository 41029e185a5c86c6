package org.quittance.bench;

import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.cmd.OrderCommandType;
import exchange.core2.core.common.config.ExchangeConfiguration;
import exchange.core2.core.common.config.PerformanceConfiguration;
import exchange.core2.core.orderbook.IOrderBook;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.orderbook.OrderBookEventsHelper;
import exchange.core2.core.processors.RiskEngine;
import exchange.core2.core.processors.SharedPool;
import exchange.core2.core.processors.journaling.DummySerializationProcessor;
import java.util.Map;

/**
 * exchange-core's risk engine and order books, called one after the other on one thread: what its
 * work costs without handing each command from thread to thread. This is not how it is meant to
 * be run, but it is how ours is.
 */
public final class ExchangeCoreInline {

    /** How often the risk engine is told the best prices; the pipeline does it every 10 ms. */
    private static final int PRICES_EVERY = 10_000;

    private static final int CHAIN = 1024;

    private final SharedPool pool = new SharedPool(64, 8, CHAIN);
    private final OrderCommand command = new OrderCommand();
    private final RiskEngine risk;
    private final IOrderBook[] books;
    private long fills;
    private long contracts;
    private long executed;

    /** A new one, with all symbols and users. */
    public ExchangeCoreInline(Market market) {
        ExchangeConfiguration configuration = Peer.configuration(
                PerformanceConfiguration.throughputPerformanceBuilder().build());
        risk = new RiskEngine(0, 1, DummySerializationProcessor.INSTANCE, pool, configuration);
        ObjectsPool objects = new ObjectsPool(Map.of(
                ObjectsPool.DIRECT_ORDER, 1 << 20,
                ObjectsPool.DIRECT_BUCKET, 1 << 16,
                ObjectsPool.ART_NODE_4, 1 << 15,
                ObjectsPool.ART_NODE_16, 1 << 14,
                ObjectsPool.ART_NODE_48, 1 << 13,
                ObjectsPool.ART_NODE_256, 1 << 12));
        OrderBookEventsHelper events = new OrderBookEventsHelper(pool::getChain);
        books = new IOrderBook[market.series()];
        for (int k = 0; k < books.length; k++) {
            risk.getSymbolSpecificationProvider().addSymbol(Peer.symbol(k));
            books[k] = new OrderBookDirectImpl(
                    Peer.symbol(k), objects, events, configuration.getLoggingCfg());
        }
        for (long user = 1; user <= market.accounts(); user++) {
            risk.getUserProfileService().addEmptyUserProfile(user);
            risk.getUserProfileService().balanceAdjustment(user, Peer.CURRENCY, Peer.CASH, 1);
        }
    }

    /** Executes some of the commands; one that is refused is an error. */
    public void run(Flow flow, int from, int to) {
        for (int k = from; k < to; k++) {
            execute(flow, k);
        }
    }

    private void execute(Flow flow, int k) {
        fill(flow, k);
        executed++;
        risk.preProcessCommand(executed, command);
        IOrderBook book = books[flow.series()[k]];
        if (command.resultCode == CommandResultCode.NEW
                || command.resultCode == CommandResultCode.VALID_FOR_MATCHING_ENGINE) {
            command.resultCode = IOrderBook.processCommand(book, command);
        }
        if (command.resultCode != CommandResultCode.SUCCESS) {
            throw new IllegalStateException(command + " was refused");
        }
        if (executed % PRICES_EVERY == 0) {
            command.marketData = book.getL2MarketDataSnapshot(8);
        }
        risk.handlerRiskRelease(executed, command);
        count();
    }

    private void fill(Flow flow, int k) {
        boolean cancel = flow.kind()[k] == Flow.CANCEL;
        command.command = cancel ? OrderCommandType.CANCEL_ORDER : OrderCommandType.PLACE_ORDER;
        command.orderId = flow.order()[k];
        command.symbol = flow.series()[k] + 1;
        command.price = flow.price()[k];
        command.reserveBidPrice = flow.price()[k];
        command.size = flow.quantity()[k];
        command.action = Peer.side(flow, k);
        command.orderType = Peer.type(flow, k);
        command.uid = Peer.user(flow, k);
        command.timestamp = executed;
        command.resultCode = CommandResultCode.NEW;
        command.marketData = null;
    }

    private void count() {
        MatcherTradeEvent e = command.matcherEvent;
        while (e != null) {
            if (e.eventType == MatcherEventType.TRADE) {
                fills++;
                contracts += e.size;
            }
            e = e.nextEvent;
        }
        command.matcherEvent = null;
    }

    public long fills() {
        return fills;
    }

    public long contracts() {
        return contracts;
    }

    /** How many orders rest. */
    public int resting() {
        int resting = 0;
        for (IOrderBook book : books) {
            resting += book.getOrdersNum(OrderAction.ASK)
                    + book.getOrdersNum(OrderAction.BID);
        }
        return resting;
    }
}
