package org.quittance.trace.results;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quittance.trace.Rejection;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;

/**
 * Results as SARIF 2.1.0, which pages for code scanning read. A rejected event and a file that is
 * no trace are results, at their lines. What could not be found out is no result: it is a notification
 * of the tool, and makes the invocation a failed one, so that an empty list is never taken for
 * acceptance.
 */
public final class SarifWriter {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String TOOL = "quittance trace validate";
    private static final String ROOT = "SRCROOT";
    private static final String MALFORMED = "malformed";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private SarifWriter() {}

    /**
     * Writes the results of one run of the validator.
     *
     * @param root the folder that paths are relative to, where the file lies below it
     * @param exitCode the status with which the command ends
     * @throws IOException if the file can't be written
     */
    public static void write(
            Path file, List<ValidationResult> results, Path root, int exitCode)
            throws IOException {
        Files.writeString(file, text(results, root, exitCode), StandardCharsets.UTF_8);
    }

    /** The text of the file. */
    static String text(List<ValidationResult> results, Path root, int exitCode)
            throws IOException {
        Map<String, String> rules = new TreeMap<>();
        List<Map<String, Object>> findings = new ArrayList<>();
        List<Map<String, Object>> troubles = new ArrayList<>();
        for (ValidationResult result : results) {
            switch (result.verdict()) {
                case ACCEPTED -> { }
                case REJECTED -> findings.add(rejected(result, root, rules));
                case MALFORMED -> findings.add(malformed(result, root, rules));
                case NOT_RUN, TOOL_FAILED -> troubles.add(object(
                        "level", "error", "message", message(problem(result))));
            }
        }
        Map<String, Object> driver = object(
                "name", TOOL,
                "rules", rules.entrySet().stream()
                        .map(r -> object(
                                "id", r.getKey(), "shortDescription", message(r.getValue())))
                        .toList());
        Map<String, Object> invocation = object(
                "executionSuccessful", troubles.isEmpty(),
                "exitCode", exitCode,
                "toolExecutionNotifications", troubles);
        Map<String, Object> run = object(
                "tool", object("driver", driver),
                "invocations", List.of(invocation),
                "columnKind", "utf16CodeUnits",
                "results", findings);
        Map<String, Object> log =
                object("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run));
        return JSON.writeValueAsString(log) + "\n";
    }

    private static Map<String, Object> rejected(
            ValidationResult result, Path root, Map<String, String> rules) {
        Rejection why = result.rejection();
        if (why == null) {
            throw new IllegalArgumentException(result.file() + " is rejected for no reason");
        }
        String rule = result.spec() + "/" + why.action();
        rules.put(rule, why.action() + " of " + result.spec() + " does not allow an event");
        String message = why.message().isEmpty()
                ? why.reason()
                : String.join("\n", why.message());
        Map<String, Object> finding = finding(rule, message, result.file(), why.line(), root);
        // The same mistake of the code stays the same alert, whatever the length of the run.
        finding.put(
                "partialFingerprints",
                object("guardAndConjunct/v1", rule + ": " + why.guard() + ": " + why.conjunct()));
        return finding;
    }

    private static Map<String, Object> malformed(
            ValidationResult result, Path root, Map<String, String> rules) {
        rules.put(MALFORMED, "the file is not a trace");
        String problem = problem(result);
        return finding(
                MALFORMED, problem, result.file(), line(result.file(), problem), root);
    }

    private static Map<String, Object> finding(
            String rule, String message, String file, int line, Path root) {
        Map<String, Object> place = object("artifactLocation", artifact(file, root));
        if (line > 0) {
            place.put("region", object("startLine", line));
        }
        return object(
                "ruleId", rule,
                "level", "error",
                "message", message(message),
                "locations", List.of(object("physicalLocation", place)));
    }

    /** The line that a message names right behind the file; 0 if it names none. */
    private static int line(String file, String problem) {
        if (!problem.startsWith(file + ":")) {
            return 0;
        }
        String digits = problem.substring(file.length() + 1).split("[^0-9]", 2)[0];
        return digits.isEmpty() || digits.length() > 9 ? 0 : Integer.parseInt(digits);
    }

    /** Relative to the root if it is below it: such a page knows no other files. */
    private static Map<String, Object> artifact(String file, Path root) {
        Path path = Path.of(file).toAbsolutePath().normalize();
        Path top = root.toAbsolutePath().normalize();
        return path.startsWith(top)
                ? object("uri", relative(top.relativize(path)), "uriBaseId", ROOT)
                : object("uri", path.toUri().toString());
    }

    private static String relative(Path path) {
        List<String> names = new ArrayList<>();
        // In a URI a space is no plus.
        path.forEach(name -> names.add(
                URLEncoder.encode(name.toString(), StandardCharsets.UTF_8).replace("+", "%20")));
        return String.join("/", names);
    }

    /** A brace in a message would begin a placeholder, unless it is doubled. */
    private static Map<String, Object> message(String text) {
        return object("text", text.replace("{", "{{").replace("}", "}}"));
    }

    /** An object of JSON with these names and values, in their order. */
    private static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int k = 0; k < namesAndValues.length; k += 2) {
            object.put((String) namesAndValues[k], namesAndValues[k + 1]);
        }
        return object;
    }

    private static String problem(ValidationResult result) {
        String problem = result.problem();
        return problem == null ? result.file() + ": " + Verdict.NOT_RUN : problem;
    }
}
