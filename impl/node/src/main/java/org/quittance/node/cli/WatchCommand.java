package org.quittance.node.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quittance.core.base.Digest;
import org.quittance.core.message.Quittance;
import org.quittance.core.settlement.commit.StateEntry;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.quittance.node.client.Checks;
import org.quittance.node.client.NodeClient;
import org.quittance.node.client.NodeClient.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Follows a node.
 *
 * <p>Memory: what was asked to be watched, and the newest height.
 */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Follows quittances, accounts and receipts, each checked, until it gets a"
                + " signal to stop (Ctrl-C), and ends with status 0. A node that doesn't answer is"
                + " asked again.")
final class WatchCommand extends Asking {

    private static final long SLOWEST_MILLIS = 10_000;

    @Option(names = "--id", paramLabel = "ID", description = "a command whose receipt is due")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--account", paramLabel = "ACCOUNT", description = "show when it changes")
    private List<Integer> accounts = new ArrayList<>();

    @Option(names = "--from", defaultValue = "0", paramLabel = "HEIGHT",
            description = "the first quittance (default: the newest)")
    private long from;

    @Option(names = "--every", defaultValue = "500", paramLabel = "MILLIS",
            description = "how often to ask (default: ${DEFAULT-VALUE})")
    private long millis;

    @Option(names = "--quittances", paramLabel = "NUMBER", defaultValue = "0",
            description = "end after so many quittances (default: never)")
    private long most;

    private final Set<Digest> due = new LinkedHashSet<>();
    private final Map<Integer, String> shown = new HashMap<>();

    @Override
    public Integer call() throws Exception {
        if (millis < 10 || from < 0 || most < 0) {
            throw wrong("--every must be at least 10, and no number negative");
        }
        Checks checks = new Checks(genesis().validatorSet());
        for (String id : ids) {
            due.add(id(id));
        }
        try (Stopping stopping = Stopping.onSignal()) {
            stopping.ends(ExitCode.FAILED);
            follow(node(), checks, stopping);
            return stopping.ends(ExitCode.OK);
        }
    }

    private void follow(NodeClient node, Checks checks, Stopping stopping)
            throws Refusal, InterruptedException {
        long next = from;
        long seen = 0;
        long pause = 0;
        while (!stopping.await(pause)) {
            try {
                if (next == 0) {
                    next = Math.max(1, got(node, "/v1/status").path("quitted").asLong());
                }
                long quitted = quittance(node, checks, next);
                if (quitted > 0) {
                    next = quitted + 1;
                    seen++;
                }
                receipts(node, checks);
                accounts(node, checks);
                if (most > 0 && seen >= most) {
                    return;
                }
                pause = quitted > 0 ? 0 : millis;
            } catch (Refusal e) {
                if (e.code() != ExitCode.NETWORK) {
                    throw e;
                }
                pause = Math.min(SLOWEST_MILLIS, 2 * Math.max(pause, millis));
                print("no answer, next attempt in " + pause + " ms: " + e.getMessage());
            }
        }
    }

    /** Shows the next quittance, if there is one; its height, or 0. */
    private long quittance(NodeClient node, Checks checks, long height)
            throws Refusal, InterruptedException {
        Answer answer = node.get("/v1/quittances/" + height);
        if (answer.status() == 404) {
            return 0;
        }
        if (answer.status() != 200) {
            throw new Refusal(ExitCode.FAILED, "the node refuses: " + answer.error());
        }
        Quittance quittance = checks.quittance(answer.body());
        if (quittance.height().number() < height) {
            throw new Refusal(ExitCode.FAILED, "asked for a quittance of height " + height
                    + " or a later one, the node gives one of "
                    + quittance.height().number());
        }
        print("quittance height " + quittance.height().number() + " root "
                + quittance.root().hex() + " by validators " + quittance.signers());
        return quittance.height().number();
    }

    private void receipts(NodeClient node, Checks checks) throws Refusal, InterruptedException {
        for (Digest id : List.copyOf(due)) {
            Answer answer = node.get("/v1/receipts/" + id.hex());
            if (isProvable(answer)) {
                print("receipt " + id.hex() + " " + checked(checks, id, answer.body()));
                due.remove(id);
            }
        }
    }

    private void accounts(NodeClient node, Checks checks) throws Refusal, InterruptedException {
        for (int account : accounts) {
            Answer answer = node.get("/v1/accounts/" + account);
            if (answer.status() != 200) {
                continue;
            }
            JsonNode body = answer.body();
            StateEntry.Account entry = checks.account(account, body);
            String now = "account " + account + " cash " + entry.cash() + " nonce "
                    + entry.nonce();
            if (!now.equals(shown.put(account, now))) {
                print(now + " at height " + checks.quittance(body).height().number());
            }
        }
    }
}
