package org.quittance.node.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.quittance.node.client.ProofFiles;
import org.quittance.node.client.Verification;
import org.quittance.node.client.Verified;
import org.quittance.node.setup.GenesisFile;
import org.quittance.node.setup.OwnFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gets proofs that anybody can check later. */
@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        description = "Gets a proof from a node, checks it, and writes it as JSON for"
                + " `quittance verify`.",
        subcommands = {ProveCommand.Receipt.class, ProveCommand.Account.class,
            ProveCommand.Quittance.class, ProveCommand.Chain.class})
final class ProveCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(),
                    "say what to prove: receipt, account, quittance or chain");
        }
    }

    /** What all of them do. */
    abstract static class Proving extends Asking {

        @Option(names = "--out", paramLabel = "FILE",
                description = "a new file (default: the console)")
        private @Nullable Path out;

        /** Gets the file. */
        abstract ObjectNode get(ProofFiles proofs) throws Refusal, InterruptedException;

        @Override
        public final Integer call() throws Exception {
            GenesisFile genesis = genesis();
            ObjectNode file = get(new ProofFiles(node(), genesis.validatorSet()));
            Verified verified = new Verification(genesis.validatorSet()).verify(file);
            if (out == null) {
                print(file.toPrettyString());
            } else {
                OwnFiles.write(out, file.toPrettyString() + "\n");
                VerifyCommand.lines(verified).forEach(this::print);
            }
            return ExitCode.OK.number();
        }
    }

    /** A receipt. */
    @Command(name = "receipt", mixinStandardHelpOptions = true,
            description = {"That a command is in a final block, and which state was attested.",
                "The outcome is the node's word; for a command of an account its next nonce is"
                        + " proved, too, which tells whether a command with that nonce was"
                        + " executed."})
    static final class Receipt extends Proving {

        @Parameters(paramLabel = "ID", description = "64 hexadecimal digits")
        private String id = "";

        @Option(names = "--ancestors",
                description = "with all blocks from genesis on, which prove the height; without"
                        + " them it is the node's word")
        private boolean ancestors;

        @Override
        ObjectNode get(ProofFiles proofs) throws Refusal, InterruptedException {
            return proofs.receipt(id(id), ancestors);
        }
    }

    /** An account. */
    @Command(name = "account", mixinStandardHelpOptions = true,
            description = "An account at the newest height with a quittance.")
    static final class Account extends Proving {

        @Parameters(paramLabel = "ACCOUNT", description = "its number")
        private int account;

        @Override
        ObjectNode get(ProofFiles proofs) throws Refusal, InterruptedException {
            return proofs.account(account);
        }
    }

    /** A quittance. */
    @Command(name = "quittance", mixinStandardHelpOptions = true,
            description = "The one result of a height, or of the first after it with a quittance.")
    static final class Quittance extends Proving {

        @Parameters(paramLabel = "HEIGHT", description = "from 1")
        private long height;

        @Override
        ObjectNode get(ProofFiles proofs) throws Refusal, InterruptedException {
            return proofs.quittance(height);
        }
    }

    /** Final blocks. */
    @Command(name = "chain", mixinStandardHelpOptions = true,
            description = "Final blocks, without their payloads. From height 1 on their heights are"
                    + " proved; from a later one they are the node's word.")
    static final class Chain extends Proving {

        @Option(names = "--from", defaultValue = "1", paramLabel = "HEIGHT",
                description = "the first (default: ${DEFAULT-VALUE})")
        private long from;

        @Option(names = "--to", required = true, paramLabel = "HEIGHT",
                description = "the last; a few more come where the next finalization is")
        private long to;

        @Override
        ObjectNode get(ProofFiles proofs) throws Refusal, InterruptedException {
            if (from < 1 || to < from) {
                throw wrong("--from must be at least 1, and --to at least that");
            }
            return proofs.chain(from, to);
        }
    }
}
