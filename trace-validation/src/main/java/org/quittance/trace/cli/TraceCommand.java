package org.quittance.trace.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The subcommand "trace" and what is below it. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = "Validates traces of the implementation against the specs.",
        subcommands = {
            ValidateCommand.class, MergeCommand.class, TraceMutantsCommand.class,
            ExportCommand.class, SymbolicCommand.class, ExploreCommand.class
        })
public final class TraceCommand implements Runnable {

    @Spec private CommandSpec spec;

    /** Set by picocli. */
    @SuppressWarnings("nullness:initialization.fields.uninitialized")
    public TraceCommand() {}

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say what to do with traces: validate, merge, export, explore, mutants or"
                        + " symbolic");
    }
}
