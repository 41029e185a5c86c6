package org.quittance.trace;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/**
 * A trace of the system of any length: four replicas, of which the last lags behind the others, and
 * now and then comes back with an old state and executes once more what it had.
 */
public final class LongSystem {

    private static final int NODES = 4;

    private static final String HEADER =
            "{'format':'quittance-trace','version':1,'spec':'System','chainId':'t',"
                    + "'validators':[0,1,2,3],'weights':[1,1,1,1],'byzantine':[],'wrong':[],"
                    + "'parameters':{'MaxLag':3},'commit':'unknown','scenario':'long','seed':1}";

    private final PrintWriter out;
    private final int heights;
    private final int lag;
    private final int[] counts = new int[NODES];
    private final int[][] sent;

    private LongSystem(PrintWriter out, int heights, int lag) {
        this.out = out;
        this.heights = heights;
        this.lag = lag;
        this.sent = new int[NODES][heights + 1];
    }

    /**
     * Writes one.
     *
     * @param arguments the file, how many heights, and by how many the last replica lags
     */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]),
                Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    }

    static Path write(Path file, int heights, int lag) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(file);
                PrintWriter out = new PrintWriter(lines)) {
            new LongSystem(out, heights, lag).run();
        }
        return file;
    }

    private void run() {
        line(HEADER);
        for (int h = 1; h <= heights; h++) {
            did(h % 3, "Order", "'height':" + h + ',' + block(h), "");
            for (int node = 0; node < NODES - 1; node++) {
                settles(node, h);
            }
            for (int node = 0; node < NODES - 1; node++) {
                quits(node, h, 0, 1, 2);
            }
            int late = h - lag;
            if (late > 0) {
                settles(NODES - 1, late);
                quits(NODES - 1, late, 0, 1, 2);
                if (late % 100 == 0) {
                    comesBack(NODES - 1, late - 50, late);
                }
            }
        }
        TreeMap<Integer, Integer> last = new TreeMap<>();
        int events = 0;
        for (int node = 0; node < NODES; node++) {
            events += counts[node];
            if (counts[node] > 0) {
                last.put(node, counts[node] - 1);
            }
        }
        StringBuilder entries = new StringBuilder();
        last.forEach((node, seq) -> entries.append(entries.isEmpty() ? "" : ",")
                .append('\'').append(node).append("':").append(seq));
        line("{'end':true,'events':" + events + ",'last':{" + entries + "}}");
    }

    private void settles(int node, int h) {
        executes(node, h);
        did(node, "Attest", at(h), "'signed':" + entry(h));
        sent[node][h] = counts[node];
        did(node, "Send", "'height':" + h, "'durable':" + entry(h));
    }

    private void executes(int node, int h) {
        did(node, "Execute", at(h) + ',' + block(h), "'executed':" + h + ",'diverged':0");
    }

    private void quits(int node, int h, int... signers) {
        for (int signer : signers) {
            if (signer != node) {
                did(node, "'" + signer + "':" + sent[signer][h], "ReceiveAttestation",
                        "'attestation':{'signer':" + signer + ',' + at(h) + '}', "");
            }
        }
        did(node, "FormQuittance", at(h) + ",'signers':[0,1,2]",
                "'held':" + entry(h) + ",'diverged':0");
    }

    private void comesBack(int node, int kept, int executed) {
        did(node, "Crash", "", "'up':false");
        did(node, "Restart", "'kept':" + kept,
                "'up':true,'executed':" + kept + ",'diverged':0");
        for (int h = kept + 1; h <= executed; h++) {
            executes(node, h);
        }
    }

    private static String at(int h) {
        return "'height':" + h + ",'root':'" + root(h) + '\'';
    }

    private static String entry(int h) {
        return "{'" + h + "':'" + root(h) + "'}";
    }

    private static String root(int h) {
        return "a%063x".formatted(h);
    }

    private static String block(int h) {
        return "'command':'c%063x','quitted':%d".formatted(h, Math.max(0, h - 2));
    }

    private void did(int node, String action, String args, String post) {
        did(node, "", action, args, post);
    }

    private void did(int node, String cause, String action, String args, String post) {
        line("{'node':" + node + ",'seq':" + counts[node] + ",'cause':{" + cause
                + "},'time':0,'action':'" + action + "','args':{" + args + "},'post':{" + post
                + "}}");
        counts[node]++;
    }

    private void line(String text) {
        out.println(text.replace('\'', '"'));
    }
}
