package org.quittance.trace.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.InputException;
import org.quittance.models.Outputs;
import org.quittance.trace.merge.Merge;
import org.quittance.trace.merge.MergeException;
import org.quittance.trace.merge.RunFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Merges the traces of a run that is over. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = {
            "Merges what the nodes of a run recorded, by causality, into ordering.ndjson and"
                    + " system.ndjson for `trace validate`, and settlement-1.ndjson and so on, if"
                    + " that was traced.",
            "Give the folder of a cluster, or those of the nodes (their setting trace). A"
                    + " validator whose folder isn't given is taken to be Byzantine."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:merged",
            "1:what two nodes recorded no run can do together",
            "2:a file is not there or not a trace, or wrong use",
            "3:a trace ends too early to merge the others"
        })
final class MergeCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR",
            description = "Where the merged traces go.")
    private @Nullable Path out;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Where nodes wrote their traces.")
    private List<Path> folders = new ArrayList<>();

    /** Set by picocli. */
    @SuppressWarnings("nullness:initialization.fields.uninitialized")
    MergeCommand() {}

    @Override
    public Integer call() {
        Path target = out;
        if (target == null) {
            throw new InputException("--out is needed; name a folder");
        }
        Outputs.folder(target, "--out");
        try {
            List<Path> nodes = RunFolders.find(folders, Duration.ZERO);
            tell(Merge.ordering(nodes, target.resolve("ordering.ndjson")));
            tell(Merge.system(nodes, target.resolve("system.ndjson")));
            int number = 0;
            for (Path node : RunFolders.withSettlement(nodes)) {
                number++;
                tell(Merge.settlement(node, target.resolve("settlement-" + number + ".ndjson")));
            }
            return 0;
        } catch (MergeException e) {
            spec.commandLine().getErr().println("quittance: " + e.getMessage());
            return e.verdict().exitCode();
        }
    }

    private void tell(Merge.Merged merged) {
        spec.commandLine().getOut().println(merged.file() + ": " + merged.events() + " events, "
                + merged.crashes() + " crashes");
    }
}
