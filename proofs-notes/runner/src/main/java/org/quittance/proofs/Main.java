package org.quittance.proofs;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.proofs.condition.Condition;
import org.quittance.proofs.mutant.NotNeeded;
import org.quittance.proofs.run.Proof;
import org.quittance.proofs.run.Report;
import org.quittance.proofs.run.Session;
import org.quittance.proofs.run.Session.Mutants;
import org.quittance.proofs.solver.Cvc5;
import org.quittance.proofs.solver.SolverException;
import org.quittance.proofs.solver.Z3;
import org.quittance.proofs.text.TextException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks the proof. Status 0: it holds; 1: it does not; 2: malformed; 3: not run. */
@Command(name = "proofs", mixinStandardHelpOptions = true,
        description = "Checks the conditions of a proof with Z3 and cvc5.")
public final class Main implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int MALFORMED = 2;
    private static final int NOT_RUN = 3;

    @Option(names = "--folder", defaultValue = "proofs-notes/smt",
            description = "Where the texts are.")
    private Path folder = Path.of("");

    @Option(names = "--mutants", defaultValue = "everyday",
            description = "Break the proof too: none, everyday, or all.")
    private String mutants = "";

    @Option(names = "--dump", description = "Write each condition as a file to this folder.")
    private @Nullable Path dump;

    @Option(names = "--results", description = "Write the results as JSON to this file.")
    private @Nullable Path results;

    @Option(names = "--limit", defaultValue = "10000",
            description = "Milliseconds for one question (${DEFAULT-VALUE}).")
    private int limit;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    /** For picocli. */
    public Main() {}

    /** Runs it and ends the process. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs it, and gives the status. */
    static int run(String... args) {
        return new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true).execute(args);
    }

    @Override
    public Integer call() {
        try {
            Mutants which = Mutants.valueOf(mutants.toUpperCase(java.util.Locale.ROOT));
            Proof proof = Proof.read(folder);
            if (dump != null) {
                return dump(proof, dump);
            }
            return check(proof, which);
        } catch (TextException e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println("can't read or write " + e.getMessage());
        } catch (IllegalArgumentException e) {
            err.println("--mutants is none, everyday or all, and not " + mutants);
        } catch (SolverException e) {
            err.println((e.isAbsent() ? "not run: " : "") + e.getMessage());
            return e.isAbsent() ? NOT_RUN : MALFORMED;
        }
        return MALFORMED;
    }

    private int check(Proof proof, Mutants which) throws IOException {
        long from = System.nanoTime();
        NotNeeded list = NotNeeded.read(folder.resolve("not-needed.tsv"));
        Session session = new Session(List.of(new Z3(), new Cvc5()), limit);
        Report report = session.run(proof, which, list);
        report.table().forEach(out::println);
        if (results != null) {
            report.write(results);
        }
        report.counterexamples().forEach(err::println);
        List<String> failures = report.failures();
        failures.forEach(failure -> err.println("FAILED " + failure));
        long killed = report.verdicts().stream().filter(verdict -> verdict.isKilled()).count();
        out.printf("%d conditions in %d ms; mutants: %d killed, %d not needed; %s%n",
                report.rows().size(), (System.nanoTime() - from) / 1_000_000, killed,
                report.verdicts().size() - killed,
                failures.isEmpty() ? "PASS" : "FAIL: " + failures.size());
        return failures.isEmpty() ? 0 : FAILED;
    }

    private int dump(Proof proof, Path to) throws IOException {
        Files.createDirectories(to);
        List<Condition> conditions = proof.conditions();
        for (Condition condition : conditions) {
            String name = condition.name().replace('/', '.').replaceAll("[()]", "_");
            Files.writeString(to.resolve(name + ".smt2"), condition.text());
        }
        out.println(conditions.size() + " conditions are in " + to);
        return 0;
    }
}
