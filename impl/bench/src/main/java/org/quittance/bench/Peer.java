package org.quittance.bench;

import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.config.ExchangeConfiguration;
import exchange.core2.core.common.config.InitialStateConfiguration;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.common.config.OrdersProcessingConfiguration;
import exchange.core2.core.common.config.OrdersProcessingConfiguration.MarginTradingMode;
import exchange.core2.core.common.config.OrdersProcessingConfiguration.RiskProcessingMode;
import exchange.core2.core.common.config.PerformanceConfiguration;
import exchange.core2.core.common.config.SerializationConfiguration;
import java.util.EnumSet;

/**
 * How both ways of running exchange-core are set up: risk engine and margin trading on, no
 * journal, no fees. A series is a futures contract there, since it has no options: its margin is a
 * rate per contract, for each symbol alone, and the price is settled as profit or loss instead of
 * paid as a premium.
 */
final class Peer {

    static final int CURRENCY = 840;
    static final long CASH = 1_000_000_000_000L;

    private static final long MARGIN = Market.PRICE / 5;

    private Peer() {}

    static ExchangeConfiguration configuration(PerformanceConfiguration performance) {
        return ExchangeConfiguration.defaultBuilder()
                .performanceCfg(performance)
                .initStateCfg(InitialStateConfiguration.CLEAN_TEST)
                .ordersProcessingCfg(OrdersProcessingConfiguration.builder()
                        .riskProcessingMode(RiskProcessingMode.FULL_PER_CURRENCY)
                        .marginTradingMode(MarginTradingMode.MARGIN_TRADING_ENABLED)
                        .build())
                .loggingCfg(LoggingConfiguration.builder()
                        .loggingLevels(EnumSet.noneOf(LoggingConfiguration.LoggingLevel.class))
                        .build())
                .serializationCfg(SerializationConfiguration.DEFAULT)
                .build();
    }

    static CoreSymbolSpecification symbol(int series) {
        return CoreSymbolSpecification.builder()
                .symbolId(series + 1)
                .type(SymbolType.FUTURES_CONTRACT)
                .baseCurrency(0)
                .quoteCurrency(CURRENCY)
                .baseScaleK(1)
                .quoteScaleK(1)
                .marginBuy(MARGIN)
                .marginSell(MARGIN)
                .takerFee(0)
                .makerFee(0)
                .build();
    }

    /** User ids begin with 1 there. */
    static long user(Flow flow, int k) {
        return flow.account()[k] + 1L;
    }

    static OrderAction side(Flow flow, int k) {
        return flow.buy()[k] ? OrderAction.BID : OrderAction.ASK;
    }

    static OrderType type(Flow flow, int k) {
        return flow.kind()[k] == Flow.IOC ? OrderType.IOC : OrderType.GTC;
    }
}
