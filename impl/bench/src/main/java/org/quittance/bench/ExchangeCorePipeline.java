package org.quittance.bench;

import exchange.core2.core.ExchangeApi;
import exchange.core2.core.ExchangeCore;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.CoreWaitStrategy;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.api.ApiAddUser;
import exchange.core2.core.common.api.ApiAdjustUserBalance;
import exchange.core2.core.common.api.ApiCancelOrder;
import exchange.core2.core.common.api.ApiCommand;
import exchange.core2.core.common.api.ApiNop;
import exchange.core2.core.common.api.ApiPlaceOrder;
import exchange.core2.core.common.api.ApiReset;
import exchange.core2.core.common.api.binary.BatchAddSymbolsCommand;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.cmd.OrderCommandType;
import exchange.core2.core.common.config.PerformanceConfiguration;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * exchange-core as it is shipped: the Disruptor with one risk engine and one matching engine, its
 * faster order book, batches as in its own throughput test. It has a thread each for grouping,
 * risk before, matching, risk after and results, and is fed by the caller's.
 *
 * <p>Threads yield while they wait: spinning, which its own tests use on machines with a core for
 * each thread, is slower with fewer cores than that.
 */
public final class ExchangeCorePipeline implements AutoCloseable {

    private final ExchangeCore core;
    private final ExchangeApi api;
    // Written by the results thread alone; read after a future of that thread is done.
    private long fills;
    private long contracts;
    private long failures;

    /** Starts its threads. */
    public ExchangeCorePipeline() {
        PerformanceConfiguration performance = PerformanceConfiguration
                .throughputPerformanceBuilder()
                .matchingEnginesNum(1)
                .riskEnginesNum(1)
                .threadFactory(Thread::new)
                .waitStrategy(CoreWaitStrategy.YIELDING)
                .orderBookFactory(OrderBookDirectImpl::new)
                .build();
        core = ExchangeCore.builder()
                .exchangeConfiguration(Peer.configuration(performance))
                .resultsConsumer(this::count)
                .build();
        core.startup();
        api = core.getApi();
    }

    private void count(OrderCommand command, long sequence) {
        if (command.command != OrderCommandType.PLACE_ORDER
                && command.command != OrderCommandType.CANCEL_ORDER) {
            return;
        }
        if (command.resultCode != CommandResultCode.SUCCESS) {
            failures++;
        }
        for (MatcherTradeEvent e = command.matcherEvent; e != null; e = e.nextEvent) {
            if (e.eventType == MatcherEventType.TRADE) {
                fills++;
                contracts += e.size;
            }
        }
    }

    /** Commands made ready, as for {@link QuittanceEngine}. */
    public static List<ApiCommand> script(Flow flow) {
        List<ApiCommand> commands = new ArrayList<>();
        for (int k = 0; k < flow.length(); k++) {
            commands.add(flow.kind()[k] == Flow.CANCEL
                    ? ApiCancelOrder.builder()
                            .uid(Peer.user(flow, k))
                            .orderId(flow.order()[k])
                            .symbol(flow.series()[k] + 1)
                            .build()
                    : ApiPlaceOrder.builder()
                            .uid(Peer.user(flow, k))
                            .orderId(flow.order()[k])
                            .symbol(flow.series()[k] + 1)
                            .price(flow.price()[k])
                            .reservePrice(flow.price()[k])
                            .size(flow.quantity()[k])
                            .action(Peer.side(flow, k))
                            .orderType(Peer.type(flow, k))
                            .build());
        }
        return commands;
    }

    /** Forgets everything, and begins with this market. */
    public void reset(Market market) {
        check(api.submitCommandAsync(ApiReset.builder().build()));
        List<CoreSymbolSpecification> symbols =
                IntStream.range(0, market.series()).mapToObj(Peer::symbol).toList();
        check(api.submitBinaryDataAsync(new BatchAddSymbolsCommand(symbols)));
        for (long user = 1; user <= market.accounts(); user++) {
            api.submitCommand(ApiAddUser.builder().uid(user).build());
            api.submitCommand(ApiAdjustUserBalance.builder()
                    .uid(user)
                    .currency(Peer.CURRENCY)
                    .amount(Peer.CASH)
                    .transactionId(1)
                    .build());
        }
        check(api.submitCommandAsync(ApiNop.builder().build()));
        fills = 0;
        contracts = 0;
        failures = 0;
    }

    private static void check(CompletableFuture<CommandResultCode> done) {
        CommandResultCode result = done.join();
        if (result != CommandResultCode.SUCCESS) {
            throw new IllegalStateException("exchange-core says " + result);
        }
    }

    /** Submits some of the commands, and waits until all of them are done. */
    public void run(List<ApiCommand> script, int from, int to) {
        for (int k = from; k < to; k++) {
            api.submitCommand(script.get(k));
        }
        check(api.submitCommandAsync(ApiNop.builder().build()));
    }

    public long fills() {
        return fills;
    }

    public long contracts() {
        return contracts;
    }

    public long failures() {
        return failures;
    }

    @Override
    public void close() {
        core.shutdown(10, TimeUnit.SECONDS);
    }
}
