package org.quittance.sim;

import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the simulator. Exit codes: 0 all held, 1 a property failed, 2 bad input. */
@Command(
        name = "sim",
        description = "Simulates clusters of replicas and checks every step of every run.",
        mixinStandardHelpOptions = true,
        subcommands = {RunCommand.class, CorpusCommand.class, SamplesCommand.class,
            SteerCommand.class})
public final class Main implements Runnable {

    /** A property was violated. */
    static final int VIOLATION = 1;

    /** The input is not usable. */
    static final int BAD_INPUT = 2;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(), "say what to do: run, corpus, samples or steer");
        }
    }

    /** Runs the command line and exits with its code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command line, with errors of the user told in one line. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setParameterExceptionHandler((exception, arguments) -> refuse(exception));
        line.setExecutionExceptionHandler((exception, command, result) -> {
            if (exception instanceof BadInputException) {
                command.getErr().println("sim: " + exception.getMessage());
                return BAD_INPUT;
            }
            throw exception;
        });
        return line;
    }

    private static int refuse(ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        command.getErr().println("sim: " + exception.getMessage());
        command.getErr().println("`" + command.getCommandSpec().qualifiedName()
                + " --help` lists what can be given.");
        return BAD_INPUT;
    }
}
