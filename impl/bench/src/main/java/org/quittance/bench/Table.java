package org.quittance.bench;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/** What is printed at the end: medians, and ratios of what ran on the same flow. */
final class Table {

    private static final double NANOS = 1e9;
    private static final String OURS = "quittance";

    private final StringBuilder text = new StringBuilder();
    /** Commands per second, by market and by engine. */
    private final Map<String, Map<String, Double>> commands = new TreeMap<>();

    private Table() {}

    static String of(Collection<RunResult> results) {
        Table table = new Table();
        results.forEach(table::read);
        table.writeCommands();
        results.forEach(table::writeOther);
        return table.text.toString();
    }

    private static String method(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static boolean isOfCommands(RunResult result) {
        return result.getParams().getBenchmark().contains(CommandsBenchmark.class.getName());
    }

    private static double median(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    private void read(RunResult result) {
        if (isOfCommands(result)) {
            BenchmarkParams p = result.getParams();
            String market = String.format(Locale.ROOT, "%6s series %7s accounts",
                    p.getParam("series"), p.getParam("accounts"));
            commands.computeIfAbsent(market, key -> new TreeMap<>())
                    .put(method(result), NANOS / median(result));
        }
    }

    private void writeCommands() {
        if (!commands.isEmpty()) {
            text.append("Commands per second, medians; ours / theirs in brackets\n");
        }
        commands.forEach((market, engines) -> {
            text.append(market);
            Double ours = engines.get(OURS);
            engines.forEach((engine, speed) -> {
                text.append(String.format(Locale.ROOT, "   %s %,.0f", engine, speed));
                if (ours != null && !engine.equals(OURS)) {
                    text.append(String.format(Locale.ROOT, " (%.2f)", ours / speed));
                }
            });
            text.append('\n');
        });
    }

    private void writeOther(RunResult result) {
        if (!isOfCommands(result)) {
            BenchmarkParams p = result.getParams();
            StringBuilder parameters = new StringBuilder();
            for (String key : p.getParamsKeys()) {
                parameters.append(' ').append(key).append('=').append(p.getParam(key));
            }
            text.append(String.format(Locale.ROOT, "%s: median %,.1f %s;%s%n", method(result),
                    median(result), result.getPrimaryResult().getScoreUnit(), parameters));
        }
    }
}
