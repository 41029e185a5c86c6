package org.quittance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlowGeneratorTest {

    private static final Market MARKET = new Market(60, 200);

    @Test
    void aSeedGivesOneFlow() {
        Flow flow = FlowGenerator.generate(MARKET, 5_000, 1);
        assertThat(FlowGenerator.generate(MARKET, 5_000, 1))
                .usingRecursiveComparison().isEqualTo(flow);
        assertThat(FlowGenerator.generate(MARKET, 5_000, 2).moved()).isNotEqualTo(flow.moved());
    }

    @Test
    void aFlowHasAllKindsOfCommands() {
        Flow flow = FlowGenerator.generate(MARKET, 20_000, 3);
        assertThat(count(flow, Flow.GTC)).isBetween(8_000L, 14_000L);
        assertThat(count(flow, Flow.IOC)).isBetween(1_500L, 4_000L);
        assertThat(count(flow, Flow.CANCEL)).isBetween(3_000L, 9_000L);
        assertThat(flow.fills()).isGreaterThan(4_000);
        assertThat(flow.resting()).isGreaterThan(500);
        assertThat(IntStream.of(flow.series()).distinct().count()).isEqualTo(60);
        assertThat(IntStream.of(flow.account()).distinct().count()).isGreaterThan(150);
    }

    private static long count(Flow flow, byte kind) {
        return IntStream.range(0, flow.length()).filter(k -> flow.kind()[k] == kind).count();
    }
}
