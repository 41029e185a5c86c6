package org.quittance.node.cli;

import com.fasterxml.jackson.databind.JsonNode;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.settlement.commit.StateEntry;
import org.quittance.node.ExitCode;
import org.quittance.node.client.Checks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks a node, and checks what it answers. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = "Asks a node for a receipt, an account or its status, and checks what can"
                + " be checked.",
        subcommands = {QueryCommand.Receipt.class, QueryCommand.Account.class,
            QueryCommand.Status.class})
final class QueryCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(), "say what to ask for: receipt, account or status");
        }
    }

    /** Asks for a receipt. */
    @Command(name = "receipt", mixinStandardHelpOptions = true,
            description = "What became of a command, with a proof that it is final. Its height and"
                    + " its outcome are the node's word.")
    static final class Receipt extends Asking {

        @Parameters(paramLabel = "ID", description = "64 hexadecimal digits")
        private String id = "";

        @Override
        public Integer call() throws Exception {
            return receipt(node(), new Checks(genesis().validatorSet()), id(id), 0);
        }
    }

    /** Asks for an account. */
    @Command(name = "account", mixinStandardHelpOptions = true,
            description = "An account, with a proof under a quittance.")
    static final class Account extends Asking {

        @Parameters(paramLabel = "ACCOUNT", description = "its number")
        private int account;

        @Override
        public Integer call() throws Exception {
            JsonNode answer = got(node(), "/v1/accounts/" + account);
            Checks checks = new Checks(genesis().validatorSet());
            StateEntry.Account entry = checks.account(account, answer);
            print("account " + entry.id() + ": cash " + entry.cash() + ", next nonce "
                    + entry.nonce() + ", proved at height "
                    + checks.quittance(answer).height().number());
            return ExitCode.OK.number();
        }
    }

    /** Asks where the node stands. */
    @Command(name = "status", mixinStandardHelpOptions = true,
            description = "Where the node stands. All of it is the node's word.")
    static final class Status extends Asking {

        @Override
        public Integer call() throws Exception {
            genesis();
            print(got(node(), "/v1/status").toPrettyString());
            return ExitCode.OK.number();
        }
    }
}
