package org.quittance.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.consensus.Event;
import org.quittance.core.consensus.Four;
import org.quittance.core.message.Block;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Signed;
import org.quittance.core.message.Statement;

class TraceFormatTest {

    private final Four four = new Four();
    private final Block a = four.on(four.genesis, 1);
    private final String genesis = four.genesis.digest().hex();
    private final String blockA = "{\"digest\":\"" + a.digest().hex()
            + "\",\"view\":1,\"parentView\":0,\"parent\":\"" + genesis + "\",\"valid\":true}";
    private final String blockGenesis = "{\"digest\":\"" + genesis
            + "\",\"view\":0,\"parentView\":0,\"parent\":\"none\",\"valid\":true}";
    private final String nullify = "{\"kind\":\"nullify\",\"signer\":1,\"view\":2}";
    private final String notarize =
            "{\"kind\":\"notarize\",\"signer\":1,\"view\":1,\"block\":" + blockA + "}";

    @Test
    void header() {
        assertThat(TraceFormat.header(
                four.validators, List.of(new ValidatorId(3)), "unknown", "demo", 42)).isEqualTo(
                "{\"format\":\"quittance-trace\",\"version\":1,\"spec\":\"Simplex\","
                        + "\"chainId\":\"test\",\"epoch\":0,\"validators\":[0,1,2,3],"
                        + "\"weights\":[1,1,1,1],\"byzantine\":[3],\"genesis\":\"" + genesis
                        + "\",\"commit\":\"unknown\",\"scenario\":\"demo\",\"seed\":42}");
    }

    @Test
    void end() {
        SortedMap<ValidatorId, Long> last = new TreeMap<>();
        last.put(new ValidatorId(10), 7L);
        last.put(new ValidatorId(2), 5L);
        assertThat(TraceFormat.end(14, last))
                .isEqualTo("{\"end\":true,\"events\":14,\"last\":{\"2\":5,\"10\":7}}");
    }

    @Test
    void receive() {
        SortedMap<ValidatorId, Long> cause = new TreeMap<>();
        cause.put(new ValidatorId(1), 37L);
        Event event = new Event.Receive(four.signed(1, Statement.nullify(Four.view(2))));
        assertThat(TraceFormat.event(
                new ValidatorId(2), 41, cause, 1234, event, digest -> true)).isEqualTo(
                "{\"node\":2,\"seq\":41,\"cause\":{\"1\":37},\"time\":1234,"
                        + "\"action\":\"Receive\",\"args\":{\"message\":" + nullify
                        + "},\"post\":{}}");
    }

    @Test
    void everyEventHasItsArgumentsAndItsVariables() {
        Certificate nullification = four.nullification(2);
        Certificate finalization = four.finalization(a);
        List<Signed> both = List.of(
                four.signed(1, Statement.notarize(a)),
                four.signed(1, Statement.nullify(Four.view(2))));
        String messages = "[" + notarize + "," + nullify + "]";
        String held = "{\"kind\":\"nullify\",\"view\":2}";
        check("HoldCertificate", new Event.HoldCertificate(
                nullification, nullification.signers(), List.of(nullification)),
                "{\"certificate\":" + held + ",\"signers\":[0,1,2]}",
                "{\"certificates\":[" + held + "]}");
        check("EnterView", new Event.EnterView(Four.view(7)), "{\"view\":7}", "{\"view\":7}");
        check("Propose", new Event.Propose(a, both),
                "{\"block\":" + blockA + "}", "{\"pending\":" + messages + "}");
        check("Notarize", new Event.Notarize(a, both),
                "{\"block\":" + blockA + "}", "{\"pending\":" + messages + "}");
        check("Nullify", new Event.Nullify(Four.view(2), both),
                "{\"view\":2}", "{\"pending\":" + messages + "}");
        check("Finalize", new Event.Finalize(a, both),
                "{\"block\":" + blockA + "}", "{\"pending\":" + messages + "}");
        check("Persist", new Event.Persist(List.of(), both),
                "{}", "{\"pending\":[],\"durable\":" + messages + "}");
        check("Commit", new Event.Commit(List.of(a), a),
                "{\"path\":[" + blockA + "]}", "{\"committed\":" + blockA + "}");
        check("Crash", new Event.Crash(), "{}", "{\"up\":false}");
        check("Restart", new Event.Restart(
                List.of(Certificate.genesisFinalization(four.genesis), finalization),
                a, Four.view(1), List.of(), both),
                "{\"kept\":[{\"kind\":\"finalize\",\"view\":0,\"block\":" + blockGenesis
                        + "},{\"kind\":\"finalize\",\"view\":1,\"block\":" + blockA
                        + "}],\"tip\":" + blockA + "}",
                "{\"up\":true,\"view\":1,\"committed\":" + blockA
                        + ",\"pending\":[],\"durable\":" + messages + "}");
    }

    @Test
    void validityIsWhatTheOneWhoKnowsSays() {
        Event event = new Event.Propose(a, List.of());
        String line = line(event, false);
        assertThat(line).contains("\"valid\":false").doesNotContain("\"valid\":true");
        Event tip = new Event.Restart(
                List.of(), four.genesis, Four.view(1), List.of(), List.of());
        assertThat(line(tip, false)).contains("\"valid\":true").doesNotContain("\"valid\":false");
    }

    @Test
    void textIsEscaped() {
        assertThat(Json.object().string("a\"b", "c\\d\ne").close())
                .isEqualTo("{\"a\\\"b\":\"c\\\\d\\u000ae\"}");
        assertThat(Json.object().string(" ", "\u001f \u0000").close())
                .isEqualTo("{\" \":\"\\u001f \\u0000\"}");
    }

    @Test
    void signersAreSorted() {
        assertThat(line(new Event.HoldCertificate(
                four.certificate(Statement.nullify(Four.view(2)), 3, 1, 2),
                Collections.unmodifiableSortedSet(new TreeSet<>(List.of(
                        new ValidatorId(3), new ValidatorId(1), new ValidatorId(2)))),
                List.of()), true)).contains("\"signers\":[1,2,3]");
    }

    private static String line(Event event, boolean valid) {
        return TraceFormat.event(
                new ValidatorId(0), 0, new TreeMap<>(), 5, event, digest -> valid);
    }

    private static void check(String action, Event event, String args, String post) {
        assertThat(line(event, true)).isEqualTo(
                "{\"node\":0,\"seq\":0,\"cause\":{},\"time\":5,\"action\":\"" + action
                        + "\",\"args\":" + args + ",\"post\":" + post + "}");
    }
}
