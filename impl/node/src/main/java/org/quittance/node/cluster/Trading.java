package org.quittance.node.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.quittance.core.base.Digest;
import org.quittance.core.crypto.Signer;
import org.quittance.core.message.Quittance;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.core.settlement.commit.StateEntry;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Side;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.quittance.node.client.Checks;
import org.quittance.node.client.NodeClient;
import org.quittance.node.client.NodeClient.Answer;
import org.quittance.node.driver.CommandPool;

/** A client that trades against a cluster, and believes what is proved only. */
public final class Trading {

    private static final long EXPIRY = 1_000_000_000;
    private static final long PRICE = 100;
    private static final long PREMIUM = 7;
    private static final int GROUP = 1;
    private static final int SERIES = 1;
    private static final long PATIENCE_SECONDS = 180;
    private static final long AGAIN_SECONDS = 3;

    private static final int PROOF_TRIES = 400;
    private static final int MOST_AGAIN = 100;

    private final ClusterFiles files;
    private final List<NodeClient> nodes;
    private final Checks checks;
    private final long[] nonces;
    private final Map<Digest, SealedCommand> open = new LinkedHashMap<>();
    private int turnNode;

    /** Trades through all nodes in turn. */
    public Trading(ClusterFiles files, List<NodeClient> nodes) {
        this.files = files;
        this.nodes = List.copyOf(nodes);
        this.checks = new Checks(files.genesis().validatorSet());
        this.nonces = new long[files.traders().size()];
    }

    /** A receipt whose proofs hold. */
    public record Proved(Digest id, String outcome, long height, Quittance quittance) {}

    /** Lists an option, and has the validators report a price. */
    public void open() throws Refusal, InterruptedException {
        Signer[] governors = files.governors().toArray(new Signer[0]);
        accepted(List.of(submit(new Command.ListGroup(GROUP, EXPIRY), governors)));
        accepted(List.of(submit(
                new Command.ListSeries(SERIES, PRICE, Right.CALL, GROUP), governors)));
        List<Digest> reports = new ArrayList<>();
        for (int v = 0; v < files.validators().size(); v++) {
            reports.add(submit(new Command.Report(v, 1, PRICE), files.validators().get(v)));
        }
        // The round closes with the third; the fourth may come too late.
        for (Digest report : reports) {
            await(report);
        }
    }

    /**
     * The first trader sells a contract, the second buys it. (If they took turns, one of them could
     * meet its own order, since only the commands of one account have an order among them.)
     *
     * @return the two ids, to wait for
     */
    public List<Digest> trade() throws Refusal, InterruptedException {
        List<Digest> ids = new ArrayList<>();
        ids.add(place(0, Side.SELL));
        ids.add(place(1, Side.BUY));
        return ids;
    }

    private Digest place(int trader, Side side) throws Refusal, InterruptedException {
        return submit(new Command.Place(account(trader), nonces[trader]++, SERIES, side,
                PREMIUM, 1, OrderKind.GTC), files.traders().get(trader));
    }

    /** The account of a trader. */
    public int account(int trader) {
        return files.validators().size() + trader;
    }

    /**
     * Submits a command to the next node, or, if that doesn't answer, to those after it. It may
     * reach several: it takes effect once.
     */
    public Digest submit(Command command, Signer... signers)
            throws Refusal, InterruptedException {
        SealedCommand sealed =
                SealedCommand.seal(files.genesis().chainId(), command, signers);
        Refusal last = null;
        for (int k = 0; k < nodes.size(); k++) {
            turnNode = (turnNode + 1) % nodes.size();
            try {
                Answer answer = nodes.get(turnNode).submit(sealed);
                if (answer.status() == 202 || answer.status() == 200) {
                    Digest id = CommandPool.idOf(sealed);
                    open.put(id, sealed);
                    return id;
                }
                last = new Refusal(ExitCode.FAILED, "a node refused " + command + ": "
                        + answer.error());
            } catch (Refusal e) {
                last = e;
            }
        }
        throw last == null ? new Refusal(ExitCode.FAILED, "there is no node") : last;
    }

    /** Waits for receipts, and demands that all were accepted. */
    public List<Proved> accepted(List<Digest> ids) throws Refusal, InterruptedException {
        List<Proved> all = new ArrayList<>();
        for (Digest id : ids) {
            Proved proved = await(id);
            if (!proved.outcome().equals("ACCEPTED")) {
                throw new Refusal(ExitCode.FAILED,
                        "command " + id.hex() + " was refused: " + proved.outcome());
            }
            all.add(proved);
        }
        return all;
    }

    /** Waits for a receipt with a finality proof and a quittance, and checks both. */
    public Proved await(Digest id) throws Refusal, InterruptedException {
        long began = System.nanoTime();
        long submitted = began;
        String last = "";
        while (System.nanoTime() - began < TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
            for (NodeClient node : nodes) {
                try {
                    Answer answer = node.get("/v1/receipts/" + id.hex());
                    if (answer.status() == 200 && answer.body().has("quittance")
                            && answer.body().has("finality")) {
                        checks.finality(id, answer.body());
                        open.remove(id);
                        return new Proved(id, answer.body().path("outcome").asText(),
                                answer.body().path("height").asLong(),
                                checks.quittance(answer.body()));
                    }
                    last = answer.body().path("state").asText(answer.error());
                } catch (Refusal e) {
                    if (e.code() == ExitCode.FAILED) {
                        throw e;
                    }
                    last = Refusal.reason(e);
                }
            }
            if (System.nanoTime() - submitted > TimeUnit.SECONDS.toNanos(AGAIN_SECONDS)) {
                // A node that was killed may have taken it with it. Once is what it counts anyway.
                submitted = System.nanoTime();
                submitAgain();
            }
            Thread.sleep(20);
        }
        throw new Refusal(ExitCode.FAILED, "no receipt of command " + id.hex() + " after "
                + PATIENCE_SECONDS + " s: " + last);
    }

    /**
     * The oldest that have no receipt, for a command that is lost holds up those of its account
     * that come after it.
     */
    private void submitAgain() throws InterruptedException {
        for (SealedCommand sealed : open.values().stream().limit(MOST_AGAIN).toList()) {
            for (NodeClient node : nodes) {
                try {
                    node.submit(sealed);
                } catch (Refusal e) {
                    // Another will take it, or the time runs out.
                }
            }
        }
    }

    /** An account of a trader, as a node proves it, soon after its start at the latest. */
    public StateEntry.Account account(NodeClient node, int trader)
            throws Refusal, InterruptedException {
        int account = account(trader);
        Answer answer = node.get("/v1/accounts/" + account);
        for (int k = 0; k < PROOF_TRIES && answer.status() == 503; k++) {
            Thread.sleep(50);
            answer = node.get("/v1/accounts/" + account);
        }
        if (answer.status() != 200) {
            throw new Refusal(ExitCode.FAILED, "account " + account + ": " + answer.error());
        }
        return checks.account(account, answer.body());
    }

    /**
     * The accounts of all traders, as all nodes prove them once they have executed all that was
     * submitted.
     *
     * @throws Refusal if a node doesn't get there in {@value PATIENCE_SECONDS} seconds, with what it
     *     said last; or if two prove different accounts
     */
    public List<StateEntry.Account> settled(List<NodeClient> all)
            throws Refusal, InterruptedException {
        List<StateEntry.Account> first = settled(all.get(0));
        for (NodeClient node : all.subList(1, all.size())) {
            alike(first, settled(node));
        }
        return first;
    }

    static void alike(List<StateEntry.Account> first, List<StateEntry.Account> other)
            throws Refusal {
        if (!other.equals(first)) {
            throw new Refusal(ExitCode.FAILED,
                    "nodes prove different accounts: " + first + " and " + other);
        }
    }

    /** The same of one node, which may be between two lives meanwhile. */
    public List<StateEntry.Account> settled(NodeClient node)
            throws Refusal, InterruptedException {
        return settled(trader -> account(node, trader), nonces,
                TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS));
    }

    /** Reads the account of a trader. */
    interface Reader {

        StateEntry.Account read(int trader) throws Refusal, InterruptedException;
    }

    /**
     * Whose order waited in the book is paid by a later command, which is the other's: so an account
     * counts only if it was read after the nonces of all were there.
     */
    static List<StateEntry.Account> settled(Reader reader, long[] nonces, long patienceNanos)
            throws Refusal, InterruptedException {
        long began = System.nanoTime();
        Refusal last;
        do {
            try {
                List<StateEntry.Account> before = accounts(reader, nonces.length);
                if (hasExecutedAll(before, nonces)) {
                    return accounts(reader, nonces.length);
                }
                last = new Refusal(ExitCode.FAILED, "of " + Arrays.toString(nonces)
                        + " commands not all are executed: " + before);
            } catch (Refusal e) {
                last = e;
            }
            Thread.sleep(50);
        } while (System.nanoTime() - began < patienceNanos);
        throw last;
    }

    private static boolean hasExecutedAll(List<StateEntry.Account> accounts, long[] nonces) {
        for (int trader = 0; trader < nonces.length; trader++) {
            if (accounts.get(trader).nonce() < nonces[trader]) {
                return false;
            }
        }
        return true;
    }

    private static List<StateEntry.Account> accounts(Reader reader, int traders)
            throws Refusal, InterruptedException {
        List<StateEntry.Account> accounts = new ArrayList<>();
        for (int trader = 0; trader < traders; trader++) {
            accounts.add(reader.read(trader));
        }
        return accounts;
    }

    /** How many commands the trader has submitted. */
    public long submitted(int trader) {
        return nonces[trader];
    }
}
