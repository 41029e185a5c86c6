package org.quittance.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands about models. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "Checks what specs/models.json registers, and that all of it is registered.",
        subcommands = {ModelsRunCommand.class, MutantsCommand.class, SymbolicCommand.class})
final class ModelsCommand implements Runnable {

    @Spec private CommandSpec spec;

    /** Set by picocli. */
    @SuppressWarnings("nullness:initialization.fields.uninitialized")
    ModelsCommand() {}

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to check: run, mutants or symbolic");
    }
}
