package org.quittance.node;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.node.cli.ClientCommand;
import org.quittance.node.cli.ClusterCommand;
import org.quittance.node.cli.GenesisCommand;
import org.quittance.node.cli.InspectCommand;
import org.quittance.node.cli.KeygenCommand;
import org.quittance.node.cli.NodeCommand;
import org.quittance.node.cli.VerifyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The commands of a validator, of those who talk to it, and of those who check what it said. The
 * program that people start, {@code org.quittance.tool.Main}, has them and those of models and
 * traces; this class alone is what processes of a cluster start with.
 */
@Command(
        name = "quittance",
        description = "A validator as a process, and what belongs to it.",
        mixinStandardHelpOptions = true,
        subcommands = {KeygenCommand.class, GenesisCommand.class, NodeCommand.class,
            ClientCommand.class, VerifyCommand.class, ClusterCommand.class,
            InspectCommand.class})
public final class Main implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "say what to do");
        }
    }

    /** Runs the command line and exits with its code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command line, with errors of the user told in one line. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setParameterExceptionHandler((exception, arguments) -> refuse(exception));
        line.setExecutionExceptionHandler((exception, command, result) -> {
            if (exception instanceof Refusal refusal) {
                return refuse(refusal, command);
            }
            exception.printStackTrace(command.getErr());
            return ExitCode.INTERNAL.number();
        });
        return line;
    }

    /** Says why not, in one line. */
    public static int refuse(Refusal refusal, CommandLine command) {
        command.getErr().println("quittance: " + refusal.getMessage());
        return refusal.code().number();
    }

    private static int refuse(ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(
                name + ": " + exception.getMessage() + " (see " + name + " --help)");
        return ExitCode.BAD_INPUT.number();
    }
}
