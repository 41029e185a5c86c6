package org.quittance.node.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Digest;
import org.quittance.core.message.Quittance;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.quittance.node.client.Checks;
import org.quittance.node.client.NodeClient;
import org.quittance.node.client.NodeClient.Answer;
import org.quittance.node.setup.GenesisFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands need that ask a node. */
abstract class Asking implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--url", defaultValue = "http://127.0.0.1:8000", paramLabel = "URL",
            description = "a node (default: ${DEFAULT-VALUE})")
    private URI url = URI.create("http://127.0.0.1:8000");

    @Option(names = "--genesis", required = true, paramLabel = "FILE",
            description = "the genesis of the chain, with its validators")
    private @Nullable Path genesis;

    /** Set by picocli. */
    Asking() {}

    final GenesisFile genesis() throws Refusal {
        Path file = genesis;
        if (file == null) {
            throw Usage.wrong(spec, "--genesis is needed");
        }
        return GenesisFile.read(file);
    }

    final NodeClient node() {
        if (url.getScheme() == null || url.getHost() == null) {
            throw Usage.wrong(spec, "--url must be like http://127.0.0.1:8000");
        }
        return new NodeClient(url);
    }

    final void print(String line) {
        Usage.print(spec, line);
    }

    final RuntimeException wrong(String message) {
        return Usage.wrong(spec, message);
    }

    /** An id as people write it. */
    static Digest id(String hex) throws Refusal {
        try {
            return Digest.fromHex(hex);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ExitCode.BAD_INPUT, "an id has 64 hexadecimal digits, unlike " + hex);
        }
    }

    /** Asks for what must be there. */
    static JsonNode got(NodeClient node, String path) throws Refusal, InterruptedException {
        Answer answer = node.get(path);
        if (answer.status() != 200) {
            throw new Refusal(ExitCode.FAILED, "the node refuses: " + answer.error());
        }
        return answer.body();
    }

    /** Is it a receipt with all that proves it? */
    static boolean isProvable(Answer answer) {
        return answer.status() == 200
                && answer.body().has("finality") && answer.body().has("quittance");
    }

    /** A receipt in words, once its proofs were checked. */
    static String checked(Checks checks, Digest id, JsonNode receipt) throws Refusal {
        checks.finality(id, receipt);
        Quittance quittance = checks.quittance(receipt);
        return receipt.path("outcome").asText() + " at height "
                + receipt.path("height").asLong() + " (the node's word); finality proved;"
                + " quittance of height " + quittance.height().number() + " by validators "
                + quittance.signers();
    }

    /** Waits for a receipt with a quittance, at most so many seconds, and prints it. */
    final int receipt(NodeClient node, Checks checks, Digest id, long seconds)
            throws Refusal, InterruptedException {
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        while (true) {
            Answer answer = node.get("/v1/receipts/" + id.hex());
            if (isProvable(answer)) {
                print(checked(checks, id, answer.body()));
                return ExitCode.OK.number();
            }
            if (System.nanoTime() - until > 0) {
                throw new Refusal(ExitCode.FAILED, "no receipt with a quittance yet: "
                        + answer.body().path("state").asText(answer.error()));
            }
            Thread.sleep(50);
        }
    }
}
