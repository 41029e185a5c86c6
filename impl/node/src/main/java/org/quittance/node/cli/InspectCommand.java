package org.quittance.node.cli;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.message.Body;
import org.quittance.core.settlement.Rejection;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.quittance.node.disk.Store;
import org.quittance.node.disk.StoreFailure;
import org.quittance.node.driver.CommandPool;
import org.quittance.node.setup.GenesisFile;
import org.quittance.node.setup.NodeConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what a node has stored, and changes nothing. */
@Command(
        name = "inspect",
        description = "Shows what a stopped node has stored: the final blocks, their commands, and"
                + " what became of them. Changes nothing.",
        mixinStandardHelpOptions = true)
public final class InspectCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--config", required = true, paramLabel = "FILE",
            description = "the node's configuration")
    private @Nullable Path config;

    @Option(names = "--from", defaultValue = "1", paramLabel = "HEIGHT",
            description = "the first (default: ${DEFAULT-VALUE})")
    private long from;

    @Option(names = "--to", defaultValue = "" + Long.MAX_VALUE, paramLabel = "HEIGHT",
            description = "the last (default: the last that is there)")
    private long to;

    @Option(names = "--commands",
            description = "each command, too, with its id and what became of it")
    private boolean commands;

    @Override
    public Integer call() throws Exception {
        Path file = config;
        if (file == null) {
            throw Usage.wrong(spec, "--config is needed");
        }
        NodeConfig read = NodeConfig.read(file);
        GenesisFile genesis = GenesisFile.read(read.genesis());
        try (Store store = Store.openToRead(read.data(), genesis.validatorSet())) {
            OptionalLong tip = store.tip();
            Usage.print(spec, "chain " + genesis.chainId() + ", final up to height "
                    + tip.orElse(0) + ", " + (store.snapshot().isPresent()
                            ? "snapshot of height " + store.snapshot().get().height().number()
                            : "no snapshot"));
            long last = Math.min(to, tip.orElse(0));
            long first = Math.max(store.first().orElse(1), from);
            for (long height = first; height <= last; height++) {
                show(store, height);
            }
        } catch (StoreFailure e) {
            throw new Refusal(ExitCode.BAD_DATA, read.data() + ": " + Refusal.reason(e));
        }
        return ExitCode.OK.number();
    }

    private void show(Store store, long height) throws Refusal {
        Body body = store.blockAt(height).orElseThrow(() -> new Refusal(ExitCode.BAD_DATA,
                "the store lacks the block of height " + height));
        try {
            var contents = PayloadCodec.decode(body.payload());
            Usage.print(spec, height + " view " + body.block().view().number() + " "
                    + body.block().digest().hex().substring(0, 8) + " "
                    + contents.commands().size() + " commands"
                    + (contents.quittance().isPresent() ? ", quittance of height "
                            + contents.quittance().get().height().number() : ""));
            if (commands) {
                for (SealedCommand sealed : contents.commands()) {
                    show(store, sealed);
                }
            }
        } catch (MalformedException e) {
            Usage.print(spec, height + " has a payload that nobody can read");
        }
    }

    private void show(Store store, SealedCommand sealed) {
        var id = CommandPool.idOf(sealed);
        var receipt = store.receipt(id);
        Usage.print(spec, "    " + id.hex() + " " + sealed.command() + " "
                + (receipt.isEmpty() ? "not executed" : receipt.get().refusal()
                        .map(Rejection::name).orElse("ACCEPTED") + " at height "
                        + receipt.get().height().number()));
    }
}
