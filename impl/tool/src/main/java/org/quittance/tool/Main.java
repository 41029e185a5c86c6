package org.quittance.tool;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.cli.Quittance;
import org.quittance.node.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line of Quittance: the commands of the node, and those of models and traces. The two
 * modules that have them don't know each other, and each can be started without the other.
 */
@Command(
        name = "quittance",
        mixinStandardHelpOptions = true,
        description = "Runs validators, talks to them, checks what they said, and checks their"
                + " specs and their traces.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is as it must be",
            "1:a check failed",
            "2:a command line, configuration, genesis, key, trace or other input can't be used",
            "3:not run, since a tool is missing; report: something was not run",
            "4:TLC failed, so that nothing is known of a trace",
            "5:the disk failed; the node stopped before it sent anything",
            "6:the own state differs from a quittance; the node stopped for good",
            "7:a data directory is in use, foreign, damaged or missing",
            "8:an address can't be listened on, or a server doesn't answer",
            "70:a bug of Quittance itself"
        })
public final class Main implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "say what to do");
        }
    }

    /** Runs the command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /**
     * The command line, with errors of the user told in one line.
     *
     * @throws IllegalStateException if both modules have a command of one name
     */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        CommandLine node = org.quittance.node.Main.commandLine();
        CommandLine checks = Quittance.commandLine();
        line.getCommandSpec().version(checks.getCommandSpec().version());
        node.getSubcommands().forEach((name, command) -> add(line, name, command));
        checks.getSubcommands().forEach((name, command) -> add(line, name, command));
        line.addSubcommand("completion", new CompletionCommand());
        line.setParameterExceptionHandler(checks.getParameterExceptionHandler());
        IExecutionExceptionHandler others = checks.getExecutionExceptionHandler();
        line.setExecutionExceptionHandler((exception, command, result) ->
                exception instanceof Refusal refusal
                        ? org.quittance.node.Main.refuse(refusal, command)
                        : others.handleExecutionException(exception, command, result));
        return line;
    }

    private static void add(CommandLine to, String name, CommandLine command) {
        if (to.getSubcommands().containsKey(name)) {
            throw new IllegalStateException("two commands have the name " + name);
        }
        to.addSubcommand(name, command);
    }
}
