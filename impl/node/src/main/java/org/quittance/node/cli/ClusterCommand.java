package org.quittance.node.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Digest;
import org.quittance.core.settlement.commit.StateEntry;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.quittance.node.client.NodeClient;
import org.quittance.node.cluster.ClusterFiles;
import org.quittance.node.cluster.ClusterProcesses;
import org.quittance.node.cluster.Trading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs four validators on this machine and trades against them. */
@Command(
        name = "cluster",
        description = "Starts four validators on this machine with new keys, trades against them,"
                + " checks every receipt, and stops them. `quittance trace validate --follow` can"
                + " validate what they do meanwhile.",
        mixinStandardHelpOptions = true)
public final class ClusterCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--directory", required = true, paramLabel = "DIRECTORY",
            description = "where everything goes; must not exist yet")
    private @Nullable Path directory;

    @Option(names = "--trades", defaultValue = "20",
            description = "so many trades (default: ${DEFAULT-VALUE})")
    private int trades;

    @Option(names = "--kills", defaultValue = "0",
            description = "kill a node (kill -9) and start it again so many times while trading"
                    + " (default: ${DEFAULT-VALUE})")
    private int kills;

    @Option(names = "--no-trace", description = "record nothing")
    private boolean noTrace;

    @Override
    public Integer call() throws Exception {
        Path home = directory;
        if (home == null || trades < 0 || kills < 0) {
            throw Usage.wrong(spec, "--directory is needed, and no number is negative");
        }
        if (Files.exists(home)) {
            throw new Refusal(ExitCode.BAD_INPUT, home + " exists already; give another");
        }
        ClusterFiles files = ClusterFiles.create(home.toAbsolutePath(), !noTrace);
        try (ClusterProcesses cluster = new ClusterProcesses(files)) {
            run(files, cluster);
        }
        return ExitCode.OK.number();
    }

    private void run(ClusterFiles files, ClusterProcesses cluster) throws Exception {
        cluster.startAll();
        List<NodeClient> clients = new ArrayList<>();
        for (int node = 0; node < ClusterFiles.SIZE; node++) {
            cluster.awaitReady(node);
            clients.add(cluster.client(node));
        }
        say("four validators of chain " + files.genesis().chainId() + " are ready");
        Trading trading = new Trading(files, clients);
        trading.open();
        long began = System.nanoTime();
        List<Digest> ids = new ArrayList<>();
        int killed = 0;
        for (int k = 0; k < trades; k++) {
            ids.addAll(trading.trade());
            // Spread evenly over the trades.
            if (killed < kills && (k + 1) * (kills + 1) / trades > killed) {
                int node = killed % ClusterFiles.SIZE;
                cluster.kill(node);
                cluster.start(node, false);
                killed++;
                say("killed node " + node + ", and started it again");
                cluster.awaitReady(node);
            }
        }
        trading.accepted(ids);
        long millis = (System.nanoTime() - began) / 1_000_000;
        say(ids.size() + " commands of traders are final, each with a finality proof and a"
                + " quittance that hold, in " + millis + " ms");
        compare(trading, clients);
        cluster.stopAll();
        say("all stopped");
    }

    /** All nodes prove the same about the traders. */
    private void compare(Trading trading, List<NodeClient> clients)
            throws Refusal, InterruptedException {
        List<StateEntry.Account> first = trading.settled(clients);
        for (int trader = 0; trader < first.size(); trader++) {
            StateEntry.Account account = first.get(trader);
            if (account.nonce() != trading.submitted(trader)) {
                throw new Refusal(ExitCode.FAILED, "account " + account.id() + " has executed "
                        + account.nonce() + " commands, but "
                        + trading.submitted(trader) + " were submitted");
            }
            say("account " + account.id() + ": cash " + account.cash() + ", " + account.nonce()
                    + " commands, proved by all four");
        }
    }

    private void say(String line) {
        Usage.print(spec, line);
    }
}
