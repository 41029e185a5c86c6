package org.quittance.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traces of System: four replicas, of which one is Byzantine and one computes another root. */
class SystemTraceTest {

    private static final String ONE = "1".repeat(64);
    private static final String TWO = "2".repeat(64);
    private static final String ODD = "e".repeat(64);
    private static final String COMMAND = "c".repeat(64);

    @TempDir private Path folder;

    /** The events as node, cause, action, args and post. */
    private final List<String[]> events = new ArrayList<>();

    private final Map<String, Integer> sent = new TreeMap<>();
    private final Map<Integer, Integer> counts = new TreeMap<>();

    private int did(int node, String cause, String action, String args, String post) {
        int seq = counts.merge(node, 1, Integer::sum) - 1;
        events.add(new String[] {String.valueOf(node), cause, action, args, post});
        return seq;
    }

    private void executes(int node, int height, String root, int quitted) {
        did(node, "{}", "Execute",
                "{'height':" + height + ",'root':'" + root + "','command':'" + COMMAND
                        + "','quitted':" + quitted + "}",
                "{'executed':" + height + ",'diverged':0}");
        String entry = "{'" + height + "':'" + root + "'}";
        did(node, "{}", "Attest", "{'height':" + height + ",'root':'" + root + "'}",
                "{'signed':" + entry + "}");
        sent.put(node + "@" + height, did(node, "{}", "Send", "{'height':" + height + "}",
                "{'durable':" + entry + "}"));
    }

    private void receives(int node, int signer, int height, String root) {
        Integer seq = sent.get(signer + "@" + height);
        did(node, seq == null ? "{}" : "{'" + signer + "':" + seq + "}", "ReceiveAttestation",
                "{'attestation':{'signer':" + signer + ",'height':" + height + ",'root':'" + root
                        + "'}}",
                "{}");
    }

    private void quits(int node, String action, int height, String root, String signers, int lost) {
        did(node, "{}", action,
                "{'height':" + height + ",'root':'" + root + "','signers':" + signers + "}",
                "{'held':{'" + height + "':'" + root + "'},'diverged':" + lost + "}");
    }

    private void order(int node, int height, int quitted) {
        did(node, "{}", "Order",
                "{'height':" + height + ",'command':'" + COMMAND + "','quitted':" + quitted + "}",
                "{}");
    }

    /** Node 2 computes another root; node 3 is Byzantine and attests the right one. */
    private void run() {
        order(1, 1, 0);
        executes(0, 1, ONE, 0);
        executes(1, 1, ONE, 0);
        executes(2, 1, ODD, 0);
        receives(0, 1, 1, ONE);
        receives(0, 3, 1, ONE);
        quits(0, "FormQuittance", 1, ONE, "[0,1,3]", 0);
        receives(2, 0, 1, ONE);
        receives(2, 1, 1, ONE);
        receives(2, 3, 1, ONE);
        quits(2, "ReceiveQuittance", 1, ONE, "[0,1,3]", 1);
        did(2, "{}", "Stop", "{'height':1}", "{'stopped':true}");
        order(0, 2, 1);
        executes(0, 2, TWO, 1);
        did(1, "{}", "Crash", "{}", "{'up':false}");
        did(1, "{}", "Restart", "{'kept':0}", "{'up':true,'executed':0,'diverged':0}");
        did(1, "{}", "Execute",
                "{'height':1,'root':'" + ONE + "','command':'" + COMMAND + "','quitted':0}",
                "{'executed':1,'diverged':0}");
        executes(1, 2, TWO, 1);
    }

    @Test
    void bothWaysAccept() throws Exception {
        run();

        ValidationResult result = Traces.VALIDATOR.validate(write());

        assertThat(result.problem()).isNull();
        assertThat(result.rejection()).isNull();
        assertThat(result.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(result.actions().keySet())
                .containsExactlyInAnyOrder(
                        "Attest", "Crash", "Execute", "FormQuittance", "Order",
                        "ReceiveAttestation", "ReceiveQuittance", "Restart", "Send", "Stop");
    }

    /** Each row: the event to change, what is written there, and what instead. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; 'height':1; 'height':2",
                "1; 'height':1; 'height':2",
                "1; 'quitted':0; 'quitted':1",
                "1; 'executed':1; 'executed':2",
                "2; 'signed':{'1':'1111; 'signed':{'1':'2222",
                "4; 'root':'1111; 'root':'3333",
                "12; 'signers':[0,1,3]; 'signers':[0,1]",
                "12; 'signers':[0,1,3]; 'signers':[0,1,2]",
                "12; 'diverged':0; 'diverged':1",
                "16; 'diverged':1; 'diverged':0",
                "17; 'height':1; 'height':2",
                "18; 'quitted':1; 'quitted':2",
                "22; 'up':false; 'up':true",
                "23; 'kept':0; 'kept':2",
                "23; 'executed':0; 'executed':1",
                "24; 'root':'1111; 'root':'2222",
            })
    void whatIsNotSoIsRejected(int event, String what, String by) throws Exception {
        run();
        String[] changed = events.get(event);
        String before = changed[3] + changed[4];
        String from = what.replaceAll("1111$", "1".repeat(4));
        changed[3] = changed[3].replace(from, by);
        changed[4] = changed[4].replace(from, by);
        assertThat(changed[3] + changed[4]).isNotEqualTo(before);

        EngineOutcome outcome =
                Traces.replay(Traces.read("system.ndjson", write()));

        assertThat(outcome).isInstanceOf(EngineOutcome.Rejected.class);
        assertThat(((EngineOutcome.Rejected) outcome).accepted()).isEqualTo(event);
    }

    private Path write() throws Exception {
        List<String> lines = new ArrayList<>();
        lines.add("{'format':'quittance-trace','version':1,'spec':'System','chainId':'t',"
                + "'validators':[0,1,2,3],'weights':[1,1,1,1],'byzantine':[3],'wrong':[2],"
                + "'parameters':{'MaxLag':2},'commit':'unknown','scenario':'system','seed':1}");
        Map<String, Integer> seqs = new TreeMap<>();
        for (String[] event : events) {
            int seq = seqs.merge(event[0], 1, Integer::sum) - 1;
            lines.add("{'node':" + event[0] + ",'seq':" + seq + ",'cause':" + event[1]
                    + ",'time':0,'action':'" + event[2] + "','args':" + event[3] + ",'post':"
                    + event[4] + "}");
        }
        List<String> last = new ArrayList<>();
        seqs.forEach((node, count) -> last.add("'" + node + "':" + (count - 1)));
        lines.add("{'end':true,'events':" + events.size() + ",'last':{" + String.join(",", last)
                + "}}");
        return Files.write(
                folder.resolve("system.ndjson"),
                lines.stream().map(line -> line.replace('\'', '"')).toList());
    }
}
