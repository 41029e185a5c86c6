package org.quittance.sim;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.sim.check.Violation;
import org.quittance.sim.run.Campaign;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs random scenarios and makes those likely in which rare things occur. */
@Command(
        name = "steer",
        description = "Runs random scenarios until every action, every reason to refuse a command"
                + " and every source that pays debts has occurred in enough of them; faults,"
                + " behaviours and moods after which rare things occur get more weight.",
        mixinStandardHelpOptions = true)
final class SteerCommand implements Callable<Integer> {

    private static final String BOTH = "both";
    private static final String SETTLEMENT = "settlement";
    private static final String CLUSTERS = "clusters";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--of", paramLabel = "KIND", defaultValue = BOTH,
            description = "settlement, clusters, or both; ${DEFAULT-VALUE} if not given.")
    private String kind = BOTH;

    @Option(names = "--times", paramLabel = "K", defaultValue = "1",
            description = "In so many runs each thing shall occur; ${DEFAULT-VALUE} if not given.")
    private int times = 1;

    @Option(names = "--runs", paramLabel = "N", defaultValue = "2000",
            description = "At most so many runs of a kind; ${DEFAULT-VALUE} if not given.")
    private int runs = 2000;

    @Option(names = "--first-seed", paramLabel = "S", defaultValue = "1",
            description = "The first seed; ${DEFAULT-VALUE} if not given.")
    private long firstSeed = 1;

    @Option(names = "--unsteered",
            description = "Choose everything with equal weights, to compare.")
    private boolean unsteered;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("called by nobody's command line");
        }
        if (!List.of(BOTH, SETTLEMENT, CLUSTERS).contains(kind)) {
            throw new BadInputException(
                    "--of must be settlement, clusters or both, but is " + kind);
        }
        if (times < 1 || runs < 1) {
            throw new BadInputException("--times and --runs must be at least 1, but are " + times
                    + " and " + runs);
        }
        PrintWriter out = spec.commandLine().getOut();
        boolean isComplete = true;
        if (!kind.equals(CLUSTERS)) {
            isComplete = campaign(SETTLEMENT, Campaign.ofSettlement(), out);
        }
        if (!kind.equals(SETTLEMENT)) {
            isComplete &= campaign(CLUSTERS, Campaign.ofClusters(), out);
        }
        out.flush();
        return isComplete ? 0 : Main.VIOLATION;
    }

    /** Did nothing go wrong, and did everything occur? */
    private boolean campaign(String name, Campaign campaign, PrintWriter out) {
        Campaign.Result result = campaign.run(firstSeed, times, runs, !unsteered);
        out.printf(Locale.ROOT, "%s: %d runs from seed %d%n", name, result.runs(), firstSeed);
        int width = campaign.goals().stream().mapToInt(String::length).max().orElse(0);
        String row = "  %-" + width + "s %9s %11s%n";
        out.printf(Locale.ROOT, row, "what", "count", "first seed");
        for (String goal : campaign.goals()) {
            Long first = result.first().get(goal);
            out.printf(Locale.ROOT, row, goal, result.counts().getOrDefault(goal, 0L),
                    first == null ? "never" : first);
        }
        result.weights().forEach((dial, of) -> out.println("  " + dial + ": " + weights(of)));
        Violation violation = result.violation();
        if (violation != null) {
            out.println("  seed " + result.violated() + " violates "
                    + violation.property().label() + ": " + violation.getMessage());
        }
        if (times > 1 && !result.rare().isEmpty()) {
            out.println("  in fewer than " + times + " runs: " + String.join(", ", result.rare()));
        }
        if (!result.missing().isEmpty()) {
            out.println("  never: " + String.join(", ", result.missing())
                    + "; give more --runs, or the simulator a way to reach it");
        }
        return violation == null && result.missing().isEmpty();
    }

    private static String weights(Map<String, Double> of) {
        return of.entrySet().stream()
                .map(it -> it.getKey() + String.format(Locale.ROOT, " %.2f", it.getValue()))
                .collect(Collectors.joining(", "));
    }
}
