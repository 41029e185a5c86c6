package org.quittance.tool;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete command lines. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Prints a script for bash and zsh that completes commands and options. Try"
                + " `source <(quittance completion)`.")
final class CompletionCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    /** Set by picocli. */
    CompletionCommand() {}

    @Override
    public Integer call() {
        CommandSpec own = spec;
        if (own != null) {
            PrintWriter out = own.commandLine().getOut();
            out.print(AutoComplete.bash("quittance", own.root().commandLine()));
            out.flush();
        }
        return 0;
    }
}
