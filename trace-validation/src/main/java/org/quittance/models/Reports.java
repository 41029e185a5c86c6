package org.quittance.models;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.quittance.models.ModelResults.Check;
import org.quittance.models.ModelResults.Coverage;
import org.quittance.models.ModelResults.Kind;
import org.quittance.models.ModelResults.NotRun;

/** Results for the console. */
final class Reports {

    private Reports() {}

    /** One check on one line, printed while others still run. */
    static String line(Check check) {
        return (check.ok() ? "ok      " : "FAIL    ")
                + check.name()
                + ": "
                + (check.ok()
                        ? check.result() + distinct(check, ", ", " distinct states")
                        : check.reason())
                + ", "
                + Tlc.seconds(check.seconds())
                + " s";
    }

    /** The table of a run, what is wrong, and one line that sums up. */
    static void print(PrintWriter console, ModelResults results, Path written) {
        if (results.checks().isEmpty() && results.problems().isEmpty()) {
            printNotRun(console, results.notRun());
            console.flush();
            return;
        }
        console.println();
        table(results).lines().forEach(console::println);
        printCoverage(console, results.coverage());
        printNotRun(console, results.notRun());
        results.checks().stream()
                .filter(check -> !check.ok())
                .forEach(
                        check ->
                                console.println(
                                        "FAIL    "
                                                + check.name()
                                                + ": "
                                                + check.reason()
                                                + " (output: "
                                                + log(written, check)
                                                + ")"));
        results.problems().forEach(problem -> console.println("FAIL    " + problem));
        console.println(summary(results));
        console.println("results: " + written);
        console.flush();
    }

    private static void printNotRun(PrintWriter console, List<NotRun> notRun) {
        if (!notRun.isEmpty()) {
            String names = String.join(", ", notRun.stream().map(NotRun::name).toList());
            console.println("NOT RUN: " + names + ": " + notRun.get(0).reason());
        }
    }

    private static TextTable table(ModelResults results) {
        boolean counts = results.kind() != Kind.SYMBOLIC;
        TextTable table = new TextTable();
        String what = results.kind() == Kind.MUTANTS ? "broken" : "bounds";
        if (counts) {
            table.row("", "name", what, "result, as expected", "distinct", "seconds");
        } else {
            table.row("", "name", what, "result, as expected", "seconds");
        }
        for (Check check : results.checks()) {
            String ok = check.ok() ? "ok" : "FAIL";
            String seconds = Tlc.seconds(check.seconds());
            String result =
                    check.result().equals(check.expect())
                            ? check.result()
                            : check.result() + ", but expected: " + check.expect();
            if (counts) {
                String states = distinct(check, "", "");
                table.row(ok, check.name(), check.what(), result, states, seconds);
            } else {
                table.row(ok, check.name(), check.what(), result, seconds);
            }
        }
        return table;
    }

    private static String distinct(Check check, String before, String after) {
        Long distinct = check.distinct();
        Long registered = check.expectedDistinct();
        if (distinct == null) {
            return "";
        }
        String count = TextTable.number(distinct);
        boolean other = registered != null && !registered.equals(distinct);
        return before
                + count
                + (other && registered != null
                        ? " (not " + TextTable.number(registered) + ")"
                        : "")
                + after;
    }

    private static void printCoverage(PrintWriter console, List<Coverage> rows) {
        if (rows.isEmpty()) {
            return;
        }
        console.println();
        TextTable table = new TextTable();
        table.row("", "spec", "action", "states found by it");
        for (Coverage row : rows) {
            if (row.action()) {
                String mark = row.covered() ? "ok" : row.excuse().isEmpty() ? "FAIL" : "--";
                table.row(mark, row.spec(), row.place(), TextTable.number(row.states()));
            }
        }
        table.lines().forEach(console::println);
        long parts = rows.stream().filter(row -> !row.action()).count();
        long reached = rows.stream().filter(row -> !row.action() && row.covered()).count();
        console.println(reached + " of " + parts + " parts of these actions are reached");
        for (Coverage row : rows) {
            if (!row.covered() && !row.excuse().isEmpty()) {
                console.println(
                        "--      not reached: " + row.spec() + ": " + row.place() + ": "
                                + row.excuse());
            }
        }
    }

    private static String summary(ModelResults results) {
        long ok = results.checks().stream().filter(Check::ok).count();
        String noun =
                switch (results.kind()) {
                    case MODELS -> "models as registered";
                    case MUTANTS -> "mutants found out";
                    case SYMBOLIC -> "symbolic checks as registered";
                };
        String verdict = results.ok() ? "ok" : "FAIL";
        if (!results.notRun().isEmpty() && results.ok()) {
            verdict = "NOT RUN";
        }
        return verdict
                + ": "
                + ok
                + " of "
                + results.checks().size()
                + " "
                + noun
                + (results.notRun().isEmpty() ? "" : ", " + results.notRun().size() + " not run")
                + (results.problems().isEmpty()
                        ? ""
                        : ", other problems: " + results.problems().size())
                + ", "
                + Tlc.seconds(results.seconds())
                + " s, "
                + results.tool();
    }

    private static Path log(Path written, Check check) {
        Path folder = written.getParent();
        return folder == null ? Path.of(check.log()) : folder.resolve(check.log());
    }
}
