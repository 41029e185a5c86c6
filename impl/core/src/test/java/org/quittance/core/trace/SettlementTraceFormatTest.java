package org.quittance.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.PublicKey;
import org.quittance.core.crypto.SimulationScheme;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.Event;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.Parameters;
import org.quittance.core.settlement.Rejection;
import org.quittance.core.settlement.state.EvidenceKind;
import org.quittance.core.settlement.state.Key;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Post;
import org.quittance.core.settlement.state.Side;
import org.quittance.core.settlement.state.Unbonding;
import org.quittance.core.settlement.state.Value;
import org.quittance.core.settlement.state.Variable;
import org.quittance.core.settlement.state.Withdrawal;
import org.quittance.core.settlement.state.WithdrawalStatus;

/** Lines of settlement traces: what is changed, gone, zero, or not there. */
class SettlementTraceFormatTest {

    private static final Post NOTHING = new Post(List.of());
    private static final Bytes BYTES = Bytes.copyOf(new byte[0]);

    private final SortedMap<Key, Value> before = new TreeMap<>();
    private final SortedMap<Key, Value> after = new TreeMap<>();

    private static Value number(long number) {
        return new Value.Number(number);
    }

    private void is(Event event, String expected) {
        String line = SettlementTraceFormat.event(2, 7, 9, event, before, after);
        assertThat(line)
                .startsWith("{\"node\":2,\"seq\":7,\"cause\":{},\"time\":9,\"action\":\"");
        assertThat(line.substring(line.indexOf("\"action\""))).isEqualTo(expected);
    }

    @Test
    void changedEntriesOnly() {
        before.put(Key.of(Variable.CASH, 0), number(5));
        after.put(Key.of(Variable.CASH, 0), number(5));
        after.put(Key.of(Variable.CASH, 10), number(1L << 60));
        after.put(Key.of(Variable.CASH, 2), number(0));
        after.put(Key.of(Variable.EXTERNAL_IN), number(8));
        after.put(Key.of(Variable.USED_DEPOSITS, 4), new Value.Member());
        is(new Event.Deposit(new Command.Deposit(4, 10, keyOfNobody(), 3), List.of(0, 2), NOTHING),
                "\"action\":\"Deposit\",\"args\":{\"ext\":4,\"account\":10,\"amount\":3,"
                        + "\"signers\":[0,2]},\"post\":{\"cash\":{\"2\":0,"
                        + "\"10\":1152921504606846976},\"externalIn\":8,\"usedDeposits\":[4]}}");
    }

    private static PublicKey keyOfNobody() {
        return new SimulationScheme(1).signer(1).publicKey();
    }

    @Test
    void whatIsGoneIsNullAndWhatIsSparseIsZero() {
        Value order = new Value.OpenOrder(3, 1, 2, Side.SELL, 7, 4, OrderKind.GTC);
        before.put(Key.of(Variable.ORDERS, 3), order);
        before.put(Key.of(Variable.FLAGGED, 1), number(2));
        before.put(Key.position(1, 2), number(-4));
        before.put(Key.of(Variable.UNBONDING, 0), new Unbonding(3, 9));
        after.put(Key.of(Variable.INSURANCE_FUND), number(0));
        after.put(Key.of(Variable.SWEPT), number(1));
        is(new Event.Deleverage(1, List.of(), NOTHING),
                "\"action\":\"Deleverage\",\"args\":{\"account\":1},\"post\":{\"cash\":{},"
                        + "\"position\":{\"1\":{\"2\":0}},\"flagged\":{\"1\":0},"
                        + "\"withdrawals\":{},\"stake\":{},"
                        + "\"unbonding\":{\"0\":{\"amount\":0,\"due\":0}},\"insuranceFund\":0,"
                        + "\"swept\":1}}");
        is(new Event.Evict(3, NOTHING),
                "\"action\":\"Evict\",\"args\":{\"maker\":3},\"post\":{\"orders\":{\"3\":null}}}");
        is(new Event.Expire(NOTHING),
                "\"action\":\"Expire\",\"args\":{},\"post\":{\"taker\":null}}");
    }

    @Test
    void ofEvidenceVotesComeFirst() {
        for (int validator = 3; validator >= 1; validator -= 2) {
            after.put(Key.evidence(validator, EvidenceKind.ATTESTATION, 1), new Value.Member());
            after.put(Key.evidence(validator, EvidenceKind.VOTE, 12), new Value.Member());
        }
        assertThat(SettlementTraceFormat.event(0, 0, 0, new Event.Slash(
                new Command.SubmitEvidence(1, EvidenceKind.VOTE, 12, BYTES, BYTES), NOTHING),
                before, after)).contains("\"usedEvidence\":[[1,\"vote\",12],[1,\"attestation\",1],"
                        + "[3,\"vote\",12],[3,\"attestation\",1]]");
    }

    @Test
    void refusedCommandHasItsArgumentsAndTheReason() {
        after.put(Key.of(Variable.NONCE, 1), number(1));
        after.put(Key.of(Variable.GOVERNANCE_NONCE), number(0));
        is(new Event.Reject(new Command.Cancel(1, 0, 5), List.of(), Rejection.UNKNOWN_ORDER,
                NOTHING), "\"action\":\"Reject\",\"args\":{\"command\":{\"action\":\"Cancel\","
                        + "\"account\":1,\"nonce\":0,\"order\":5},\"reason\":\"UNKNOWN_ORDER\"},"
                        + "\"post\":{\"nonce\":{\"1\":1},\"governanceNonce\":0}}");
    }

    @Test
    void whatIsUsedIsToldInFullWhenABlockEnds() {
        before.put(Key.of(Variable.USED_DEPOSITS, 4), new Value.Member());
        after.put(Key.of(Variable.USED_DEPOSITS, 4), new Value.Member());
        after.put(Key.of(Variable.USED_DEPOSITS, 9), new Value.Member());
        assertThat(SettlementTraceFormat.event(0, 0, 0, new Event.EndBlock(NOTHING),
                before, after)).contains("\"usedDeposits\":[4,9]");
        assertThat(SettlementTraceFormat.event(0, 0, 0, new Event.Deposit(
                new Command.Deposit(9, 10, keyOfNobody(), 3), List.of(0, 2), NOTHING),
                before, after)).contains("\"usedDeposits\":[9]");
    }

    @Test
    void ordersAndWithdrawalsHaveAllTheirParts() {
        after.put(Key.of(Variable.ORDERS, 3),
                new Value.OpenOrder(3, 1, 2, Side.SELL, 7, 4, OrderKind.GTC));
        after.put(Key.of(Variable.WITHDRAWALS, 5), new Withdrawal(
                5, 1, 40, WithdrawalStatus.PENDING, 9, List.of(0, 2), 11));
        assertThat(SettlementTraceFormat.event(0, 0, 0, new Event.EndBlock(NOTHING),
                before, after)).contains("\"orders\":{\"3\":{\"id\":3,\"account\":1,"
                        + "\"series\":2,\"side\":\"sell\",\"price\":7,\"quantity\":4,"
                        + "\"kind\":\"GTC\"}}",
                "\"withdrawals\":{\"5\":{\"account\":1,\"amount\":40,"
                        + "\"status\":\"PENDING\",\"requested\":9,");
    }

    @Test
    void headerHasTheParametersAndWhatThereIsAtFirst() {
        Parameters parameters = new Parameters(2000, 1000, 2, 1, 1000, 1000, 3, 4, 2, 333, 500, 2,
                10, 5, 6, 50, 2, 500, 2, 2, 100, 50, 10, 5, 5);
        List<PublicKey> keys = IntStream.range(0, 3)
                .mapToObj(k -> new SimulationScheme(1).signer(k).publicKey()).toList();
        Genesis genesis = new Genesis(parameters,
                List.of(new Genesis.Account(keys.get(0), 70), new Genesis.Account(keys.get(1), 80)),
                List.of(new Genesis.Validator(keys.get(0), 1, 90)), keys, keys.subList(0, 2));
        assertThat(SettlementTraceFormat.header("test", genesis, "unknown", "demo", 42))
                .startsWith("{\"format\":\"quittance-trace\",\"version\":1,"
                        + "\"spec\":\"Settlement\",\"chainId\":\"test\",\"validators\":[0],"
                        + "\"parameters\":{\"InitialRate\":2000,\"MaintenanceRate\":1000,")
                .contains("\"Custodians\":3,", "\"Governors\":2,")
                .endsWith("\"owners\":[1],\"stakes\":[90],\"cash\":{\"0\":70,\"1\":80},"
                        + "\"commit\":\"unknown\",\"scenario\":\"demo\",\"seed\":42}");
        assertThat(SettlementTraceFormat.end(3, 8))
                .isEqualTo("{\"end\":true,\"events\":8,\"last\":{\"3\":7}}");
    }

    @Test
    void traceWithoutEventsEnds() {
        assertThat(SettlementTraceFormat.end(3, 0))
                .isEqualTo("{\"end\":true,\"events\":0,\"last\":{}}");
    }
}
