package org.quittance.report.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.quittance.models.InputException;
import org.quittance.models.ModelResults;
import org.quittance.models.ResultFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares the table of proofs with the last results, or writes it. */
@Command(
        name = "page",
        mixinStandardHelpOptions = true,
        description = {
            "Compares the table in proofs-notes/README.md with the last results of models, symbolic"
                    + " checks and conditions, or writes it. It runs nothing.",
            "Times are not compared. A rung without results is neither compared nor written, and"
                    + " is named; without those of the models there is nothing to say."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the table is that of the results",
            "1:it is not",
            "2:results or the page are damaged",
            "3:the models were not run"
        })
public final class PageCommand implements Callable<Integer> {

    private static final int NOT_RUN = 3;

    @Spec private CommandSpec spec;

    @Option(
            names = "--write",
            description = "Write the table, in the place of the one that is there.")
    private boolean write;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            defaultValue = "target/models",
            description = "Folder with results of models; ${DEFAULT-VALUE} if not given.")
    private Path models;

    @Option(
            names = "--conditions",
            paramLabel = "FILE",
            defaultValue = "target/proofs/results.json",
            description = "Results of make proofs; ${DEFAULT-VALUE} if not given.")
    private Path conditions;

    @Option(
            names = "--page",
            paramLabel = "FILE",
            defaultValue = "proofs-notes/README.md",
            description = "The page; ${DEFAULT-VALUE} if not given.")
    private Path page;

    /** Set by picocli. */
    @SuppressWarnings("nullness:initialization.fields.uninitialized")
    public PageCommand() {}

    @Override
    public Integer call() throws IOException {
        List<String> notRun = new ArrayList<>();
        List<ProofRow> rows = rows(notRun);
        notRun.forEach(what -> say("not run, so not compared: " + what));
        if (rows.stream().noneMatch(row -> row.rung() == 1)) {
            say("page: there are no results of the models: make specs");
            return NOT_RUN;
        }
        ProofPage read = ProofPage.read(page.toString(), Files.readString(page));
        if (write) {
            Files.writeString(page, read.with(rows));
            say("page: " + rows.size() + " rows written to " + page);
            return 0;
        }
        List<String> differences = read.differences(rows);
        differences.forEach(this::say);
        say(differences.isEmpty()
                ? "page: " + rows.size() + " rows as the results have them"
                : "page: " + page + " is not what the results say: make page");
        return differences.isEmpty() ? 0 : 1;
    }

    private List<ProofRow> rows(List<String> notRun) throws IOException {
        List<ProofRow> rows = new ArrayList<>();
        Path explicit = models.resolve(ModelResults.Kind.MODELS.file());
        if (Files.exists(explicit)) {
            rows.addAll(ProofRows.explicit(ResultFiles.read(explicit)));
        }
        Path symbolic = models.resolve(ModelResults.Kind.SYMBOLIC.file());
        if (Files.exists(symbolic) && !ResultFiles.read(symbolic).checks().isEmpty()) {
            rows.addAll(ProofRows.symbolic(ResultFiles.read(symbolic)));
        } else {
            notRun.add("rung 2, make symbolic");
        }
        if (Files.exists(conditions)) {
            rows.addAll(ProofRows.unbounded(conditions()));
        } else {
            notRun.add("rung 3, make proofs");
        }
        return rows;
    }

    private JsonNode conditions() throws IOException {
        try {
            return new ObjectMapper().readTree(Files.readString(conditions));
        } catch (JsonProcessingException e) {
            throw new InputException(conditions + " is damaged: run make proofs again");
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
