package org.quittance.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.consensus.Four;
import org.quittance.core.message.Quittance;
import org.quittance.core.replica.SystemEvent;
import org.quittance.core.settlement.codec.BlockContents;
import org.quittance.core.trace.SystemTraceFormat.Facts;

class SystemTraceFormatTest {

    private static final Digest ROOT = Digest.fromHex("ab".repeat(32));
    private static final Digest COMMAND = Digest.fromHex("cd".repeat(32));
    private static final String A = "\"" + ROOT.hex() + "\"";
    private static final Height SEVEN = new Height(7);

    private final Four four = new Four();
    private final Facts facts = new Facts(COMMAND, 3, 5, ROOT);
    private final SortedMap<ValidatorId, Long> cause = new TreeMap<>();

    private void check(SystemEvent event, String args, String post) {
        assertThat(SystemTraceFormat.event(1, 4, cause, 9, event, facts)).isEqualTo(
                "{\"node\":1,\"seq\":4,\"cause\":{},\"time\":9,\"action\":\""
                        + event.getClass().getSimpleName() + "\",\"args\":" + args
                        + ",\"post\":" + post + "}");
    }

    @Test
    void header() {
        assertThat(SystemTraceFormat.header(four.validators, List.of(new ValidatorId(2)),
                List.of(new ValidatorId(3)), 8, "unknown", "demo", 42)).isEqualTo(
                "{\"format\":\"quittance-trace\",\"version\":1,\"spec\":\"System\","
                        + "\"chainId\":\"test\",\"validators\":[0,1,2,3],\"weights\":[1,1,1,1],"
                        + "\"byzantine\":[2],\"wrong\":[3],\"parameters\":{\"MaxLag\":8},"
                        + "\"commit\":\"unknown\",\"scenario\":\"demo\",\"seed\":42}");
    }

    @Test
    void order() {
        assertThat(SystemTraceFormat.order(1, 4, 9, 7, facts)).isEqualTo(
                "{\"node\":1,\"seq\":4,\"cause\":{},\"time\":9,\"action\":\"Order\","
                        + "\"args\":{\"height\":7,\"command\":\"" + COMMAND.hex()
                        + "\",\"quitted\":3},\"post\":{}}");
    }

    @Test
    void execution() {
        check(new SystemEvent.Execute(SEVEN, ROOT, BlockContents.empty()),
                "{\"height\":7,\"root\":" + A + ",\"command\":\"" + COMMAND.hex()
                        + "\",\"quitted\":3}",
                "{\"executed\":7,\"diverged\":5}");
    }

    @Test
    void eventsOfAttestation() {
        check(new SystemEvent.Attest(SEVEN, ROOT),
                "{\"height\":7,\"root\":" + A + "}", "{\"signed\":{\"7\":" + A + "}}");
        check(new SystemEvent.Send(SEVEN), "{\"height\":7}", "{\"durable\":{\"7\":" + A + "}}");
        check(new SystemEvent.ReceiveAttestation(four.attestation(2, 7, ROOT)),
                "{\"attestation\":{\"signer\":2,\"height\":7,\"root\":" + A + "}}", "{}");
        Quittance quittance = four.quittance(7, ROOT, 0, 1, 3);
        String args = "{\"height\":7,\"root\":" + A + ",\"signers\":[0,1,3]}";
        String post = "{\"held\":{\"7\":" + A + "},\"diverged\":5}";
        check(new SystemEvent.FormQuittance(SEVEN, ROOT, quittance.signers()), args, post);
        check(new SystemEvent.ReceiveQuittance(SEVEN, ROOT, quittance.signers()), args, post);
    }

    @Test
    void eventsOfALife() {
        check(new SystemEvent.Stop(SEVEN), "{\"height\":7}", "{\"stopped\":true}");
        check(new SystemEvent.Crash(), "{}", "{\"up\":false}");
        check(new SystemEvent.Restart(SEVEN), "{\"kept\":7}",
                "{\"up\":true,\"executed\":7,\"diverged\":0}");
        check(new SystemEvent.InstallSnapshot(SEVEN, ROOT, BlockContents.empty()),
                "{\"height\":7,\"root\":" + A + ",\"command\":\"" + COMMAND.hex()
                        + "\",\"quitted\":3}",
                "{\"executed\":7}");
    }

    @Test
    void whatAnAttestationInAQuittanceComesFrom() {
        cause.put(new ValidatorId(2), 37L);
        assertThat(SystemTraceFormat.received(1, 4, cause, 9, new ValidatorId(2), SEVEN, ROOT))
                .isEqualTo("{\"node\":1,\"seq\":4,\"cause\":{\"2\":37},\"time\":9,"
                        + "\"action\":\"ReceiveAttestation\",\"args\":{\"attestation\":"
                        + "{\"signer\":2,\"height\":7,\"root\":" + A + "}},\"post\":{}}");
    }
}
