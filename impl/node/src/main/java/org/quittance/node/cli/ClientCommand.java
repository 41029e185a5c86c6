package org.quittance.node.cli;

import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Submits commands, and asks for what is proved. */
@Command(
        name = "client",
        description = "Submits commands to a node, and checks its answers with the validator set.",
        mixinStandardHelpOptions = true,
        subcommands = {SubmitCommand.class, QueryCommand.class, ProveCommand.class,
            WatchCommand.class})
public final class ClientCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(), "say what to do: submit, query, prove or watch");
        }
    }
}
