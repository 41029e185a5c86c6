package org.quittance.node.cli;

import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What commands have in common. */
final class Usage {

    private Usage() {}

    /** What to throw if options don't fit. */
    static RuntimeException wrong(@Nullable CommandSpec spec, String message) {
        return spec == null
                ? new IllegalArgumentException(message)
                : new ParameterException(spec.commandLine(), message);
    }

    /** Prints a line for the user. */
    static void print(@Nullable CommandSpec spec, String line) {
        if (spec != null) {
            spec.commandLine().getOut().println(line);
            spec.commandLine().getOut().flush();
        }
    }
}
