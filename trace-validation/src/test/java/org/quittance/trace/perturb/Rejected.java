package org.quittance.trace.perturb;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quittance.trace.corpus.Expectation;

/** All perturbations, and the sample traces that they make out of the accepted ones. */
public final class Rejected {

    private Rejected() {}

    static List<Perturbation> all() {
        return Stream.of(
                        Dropped.all(), Changed.all(), Outcomes.all(), Injected.all(),
                        Traded.all(), Cleared.all(), Liquidated.all(), Kept.all(),
                        Reported.all(), Attested.all(), TakenOver.all())
                .flatMap(List::stream)
                .toList();
    }

    /** The files of the folder "rejected", by name, the manifest included. */
    static Map<String, String> files(Path accepted) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        List<Expectation> expectations = new ArrayList<>();
        for (Perturbation perturbation : all()) {
            Perturbation.Sibling sibling = perturbation.make(accepted);
            expectations.add(sibling.expectation());
            files.put(
                    sibling.expectation().file(), String.join("\n", sibling.lines()) + "\n");
        }
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        files.put("manifest.json", json.writeValueAsString(expectations) + "\n");
        return files;
    }

    /** Writes them anew and no others: the argument is the folder of all sample traces. */
    public static void main(String[] arguments) throws IOException {
        Path traces = Path.of(arguments[0]);
        Path rejected = Files.createDirectories(traces.resolve("rejected"));
        try (Stream<Path> old = Files.list(rejected)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, String> file : files(traces.resolve("accepted")).entrySet()) {
            Files.writeString(rejected.resolve(file.getKey()), file.getValue());
        }
    }
}
