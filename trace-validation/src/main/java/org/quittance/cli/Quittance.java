package org.quittance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.quittance.models.InputException;
import org.quittance.models.Manifest.Tier;
import org.quittance.report.DemoCommand;
import org.quittance.report.ReportCommand;
import org.quittance.report.proof.PageCommand;
import org.quittance.trace.cli.TraceCommand;
import org.quittance.transitions.TransitionsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line of Quittance. */
@Command(
        name = "quittance",
        mixinStandardHelpOptions = true,
        version = "Quittance 0.1.0-SNAPSHOT",
        description = "Checks the models of the specs, and runs of the code against the specs.",
        subcommands = {
            ModelsCommand.class, TraceCommand.class, TransitionsCommand.class, DemoCommand.class,
            ReportCommand.class, PageCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is as it must be",
            "1:a check failed",
            "2:wrong input or use",
            "3:not run, since a tool is missing; report: something was not run",
            "4:TLC failed, so that nothing is known of a trace",
            "70:a bug of Quittance itself"
        })
public final class Quittance implements Runnable {

    /** A bug of ours, as sysexits.h numbers it. */
    private static final int BUG = 70;

    @Spec private CommandSpec spec;

    /** Set by picocli. */
    @SuppressWarnings("nullness:initialization.fields.uninitialized")
    public Quittance() {}

    /** Runs the command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line, with errors of the user told in one line. */
    public static CommandLine commandLine() {
        return new CommandLine(new Quittance())
                .registerConverter(Tier.class, Quittance::tier)
                .setParameterExceptionHandler(Quittance::explainUse)
                .setExecutionExceptionHandler(
                        (exception, command, result) -> explain(exception, command.getErr()));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do");
    }

    private static Tier tier(String text) {
        for (Tier tier : Tier.values()) {
            if (tier.toString().equals(text)) {
                return tier;
            }
        }
        throw new TypeConversionException("there is no tier " + text + ", use everyday or nightly");
    }

    private static int explainUse(ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        String name = command.getCommandSpec().qualifiedName();
        err.println(name + ": " + exception.getMessage() + " (see " + name + " --help)");
        return CommandLine.ExitCode.USAGE;
    }

    /** The JDK's messages about missing files and permissions name the file only. */
    private static String why(Exception exception) {
        return switch (exception) {
            case NoSuchFileException e -> ": there is no such file";
            case AccessDeniedException e -> ": no permission";
            default -> "";
        };
    }

    private static int explain(Exception exception, PrintWriter err) {
        String message = String.valueOf(exception.getMessage());
        if (exception instanceof InputException) {
            err.println("quittance: " + message);
            return CommandLine.ExitCode.USAGE;
        }
        if (exception instanceof IOException || exception instanceof UncheckedIOException) {
            err.println("quittance: can't read or write: " + message + why(exception));
            return CommandLine.ExitCode.USAGE;
        }
        if (Boolean.getBoolean("quittance.debug")) {
            exception.printStackTrace(err);
        }
        err.println(
                "quittance: a bug: "
                        + exception
                        + " (the java option -Dquittance.debug=true shows more)");
        return BUG;
    }
}
