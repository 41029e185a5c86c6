package org.quittance.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import org.quittance.peers.Comparison.Result;
import org.quittance.peers.Comparison.Run;
import org.quittance.peers.Comparison.Trial;

/** Results as tables in Markdown. */
final class Tables {

    private static final String NOT_TRIED = "–";
    private static final long KIB_IN_MIB = 1024;

    private Tables() {}

    /** Speed, memory and mutants, each a table with a row for each checker. */
    static List<String> of(List<Result> results, List<Integer> lengths, long limitSeconds) {
        List<String> lines = new ArrayList<>();
        lines.add("Events per CPU second:");
        lines.add("");
        lines.addAll(byLength(results, lengths, run -> speed(run, limitSeconds)));
        lines.add("");
        lines.add("Peak memory of the process, in MiB:");
        lines.add("");
        lines.addAll(byLength(results, lengths, Tables::memory));
        if (results.stream().anyMatch(result -> !result.trials().isEmpty())) {
            lines.add("");
            lines.add("Broken traces that are noticed:");
            lines.add("");
            lines.addAll(mutants(results));
        }
        return lines;
    }

    private static List<String> byLength(
            List<Result> results, List<Integer> lengths, Function<Run, String> cell) {
        List<String> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("trace spec"));
        lengths.forEach(length -> head.add(number(length)));
        lines.add(row(head));
        lines.add("|---|" + "--:|".repeat(lengths.size()));
        for (Result result : results) {
            if (result.runs().isEmpty()) {
                continue;
            }
            List<String> cells = new ArrayList<>(List.of(result.name()));
            for (int length : lengths) {
                cells.add(result.runs().stream()
                        .filter(run -> run.events() == length)
                        .map(cell).findFirst().orElse(NOT_TRIED));
            }
            lines.add(row(cells));
        }
        return lines;
    }

    private static String speed(Run run, long limitSeconds) {
        return switch (run.verdict()) {
            case ACCEPTED -> number(Math.round(run.speed()));
            case STOPPED -> "> " + limitSeconds + " s";
            case REJECTED, MALFORMED, ERROR -> Comparison.word(run.verdict());
        };
    }

    private static String memory(Run run) {
        OptionalLong peak = run.usage().peakKib();
        return peak.isEmpty() ? "unknown" : number(peak.getAsLong() / KIB_IN_MIB);
    }

    private static List<String> mutants(List<Result> results) {
        List<String> lines = new ArrayList<>();
        lines.add(row(List.of(
                "trace spec", "noticed", "of them as malformed", "of them by an error",
                "survivors", "a rejection prints, in the middle")));
        lines.add("|---|--:|--:|--:|---|--:|");
        for (Result result : results) {
            List<Trial> trials = result.trials();
            lines.add(row(List.of(
                    result.name(),
                    trials.isEmpty() ? NOT_TRIED : noticed(trials) + " of " + trials.size(),
                    number(count(trials, Verdict.MALFORMED)),
                    number(count(trials, Verdict.ERROR)),
                    survivors(trials),
                    printed(trials))));
        }
        return lines;
    }

    private static long noticed(List<Trial> trials) {
        return trials.stream().filter(trial -> trial.verdict().isNoticed()).count();
    }

    private static long count(List<Trial> trials, Verdict verdict) {
        return trials.stream().filter(trial -> trial.verdict() == verdict).count();
    }

    private static String survivors(List<Trial> trials) {
        List<String> names = trials.stream()
                .filter(trial -> !trial.verdict().isNoticed())
                .map(trial -> trial.mutant() + (trial.verdict() == Verdict.STOPPED
                        ? ", stopped at the limit" : ""))
                .toList();
        return names.isEmpty() ? NOT_TRIED : String.join("; ", names).replace("|", "\\|");
    }

    private static String printed(List<Trial> trials) {
        List<Long> bytes = trials.stream()
                .filter(trial -> trial.verdict() == Verdict.REJECTED)
                .map(trial -> trial.usage().printed()).sorted().toList();
        return bytes.isEmpty() ? NOT_TRIED : number(bytes.get(bytes.size() / 2)) + " bytes";
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
