package org.quittance.models;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.quittance.models.Manifest.Symbolic;
import org.quittance.models.Outcome.Failed;
import org.quittance.models.Outcome.Violates;

/**
 * Runs Apalache on one symbolic check.
 *
 * @param command its command
 * @param modules a folder with all modules, without the stand-ins that only TLC needs
 * @param options options for its JVM
 */
record Apalache(Path command, Path modules, List<String> options) {

    private static final String NAME = "Apalache ";
    private static final int OK = 0;
    private static final int COUNTEREXAMPLE = 12;

    private static final Pattern VIOLATED = Pattern.compile("invariant \\d+ violated");
    private static final Pattern ERROR = Pattern.compile(".* E@\\d\\d:\\d\\d:\\d\\d\\.\\d{3}$");
    private static final Pattern VERSION = Pattern.compile("v?\\d+\\.\\d+.*");
    private static final Set<String> LOGGED_AT = Set.of("I@", "W@", "E@");

    /**
     * One command of a check.
     *
     * @param label which part of the check it is, for messages; may be empty
     * @param violated what is violated if there is a counterexample
     */
    private record Step(String label, List<String> arguments, String violated) {

        /** What Apalache prints if all is well; its exit code alone could be any program's. */
        String verdict() {
            return arguments.get(0).equals("typecheck")
                    ? "Type checker [OK]"
                    : "The outcome is: NoError";
        }
    }

    /** What one command printed that matters. */
    private static final class Output {
        private final String verdict;
        private boolean good;
        private boolean violated;
        private String error = "";

        Output(String verdict) {
            this.verdict = verdict;
        }

        void line(String line) {
            good |= line.strip().startsWith(verdict);
            violated |= VIOLATED.matcher(line).find();
            if (error.isEmpty() && (ERROR.matcher(line).matches() || line.contains("rror:"))) {
                String text = line;
                for (String mark : LOGGED_AT) {
                    int end = text.lastIndexOf(mark);
                    text = end < 0 ? text : text.substring(0, end);
                }
                error = text.strip();
            }
        }
    }

    /** Whether {@link #version} told one. */
    static boolean isVersion(String version) {
        return version.startsWith(NAME)
                && VERSION.matcher(version.substring(NAME.length())).matches();
    }

    /** Its version, or the reason why it does not tell. */
    String version(Path logs) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        try {
            int exit =
                    ToolProcess.run(
                            List.of(command.toString(), "version"),
                            modules,
                            environment(),
                            logs.resolve("apalache-version.txt"),
                            Duration.ofMinutes(1),
                            lines::add);
            String last = lines.isEmpty() ? "" : lines.getLast().strip();
            return exit == OK && VERSION.matcher(last).matches()
                    ? NAME + last
                    : "Apalache, version unknown";
        } catch (IOException e) {
            return "Apalache, which can't be run: " + e.getMessage();
        }
    }

    /**
     * Runs all commands of a check, until one does not hold.
     *
     * @param limit for each command
     * @param log gets what they print
     * @param traces gets the counterexamples
     */
    Outcome run(Symbolic check, Duration limit, Path log, Path traces)
            throws InterruptedException {
        for (Step step : steps(check)) {
            Outcome outcome = run(step, limit, log, traces);
            if (outcome instanceof Failed failed && !step.label().isEmpty()) {
                return new Failed(step.label() + ": " + failed.why());
            }
            if (!outcome.equals(Manifest.HOLDS)) {
                return outcome;
            }
        }
        return Manifest.HOLDS;
    }

    private Outcome run(Step step, Duration limit, Path log, Path traces)
            throws InterruptedException {
        List<String> all = new ArrayList<>();
        all.add(command.toString());
        all.add(step.arguments().get(0));
        all.add("--out-dir=" + traces.toAbsolutePath());
        all.addAll(step.arguments().subList(1, step.arguments().size()));
        Output output = new Output(step.verdict());
        int exit;
        try {
            exit = ToolProcess.run(all, modules, environment(), log, limit, output::line);
        } catch (IOException e) {
            return new Failed("Apalache can't be run: " + e.getMessage());
        }
        if (exit == ToolProcess.STOPPED) {
            return new Failed("stopped after " + limit.toSeconds() + " s");
        }
        if (exit == OK && output.good && !output.violated) {
            return Manifest.HOLDS;
        }
        if (exit == OK) {
            return new Failed(
                    "Apalache ended with exit code 0, but "
                            + (output.violated
                                    ? "found a counterexample"
                                    : "without the words \"" + step.verdict() + "\""));
        }
        if (exit == COUNTEREXAMPLE && output.violated) {
            return new Violates(step.violated());
        }
        String why = output.error.isEmpty() ? "no word of why" : output.error;
        return new Failed("Apalache ended with exit code " + exit + ": " + why);
    }

    private static List<Step> steps(Symbolic check) {
        String module = ManifestReader.moduleName(check.module()) + ".tla";
        List<String> common = new ArrayList<>(List.of("check", "--no-deadlock=true"));
        String cinit = check.cinit();
        if (cinit != null) {
            common.add("--cinit=" + cinit);
        }
        String inv = check.inv();
        return switch (check.kind()) {
            case TYPECHECK -> List.of(new Step("", List.of("typecheck", module), ""));
            case BOUNDED -> {
                int length = check.length();
                yield List.of(
                        step("", common, check.init(), check.next(), inv, length, module));
            }
            case INDUCTIVE -> {
                List<Step> steps = new ArrayList<>();
                steps.add(step("base", common, check.init(), check.next(), inv, 0, module));
                steps.add(step("step", common, check.from(), check.next(), inv, 1, module));
                for (String implied : check.implied()) {
                    steps.add(
                            step(
                                    "implies-" + implied,
                                    common,
                                    check.from(),
                                    check.next(),
                                    implied,
                                    0,
                                    module));
                }
                yield steps;
            }
        };
    }

    private static Step step(
            String label,
            List<String> common,
            String init,
            String next,
            String inv,
            int length,
            String module) {
        List<String> arguments = new ArrayList<>(common);
        arguments.add("--init=" + init);
        arguments.add("--next=" + next);
        arguments.add("--inv=" + inv);
        arguments.add("--length=" + length);
        arguments.add(module);
        return new Step(label, arguments, inv);
    }

    /** The java that runs this stands first, since Apalache takes the one on the PATH. */
    Map<String, String> environment() {
        String path =
                ToolProcess.parent(Path.of(ToolProcess.java()))
                        + File.pathSeparator
                        + System.getenv().getOrDefault("PATH", "");
        String given = System.getenv().getOrDefault("JVM_ARGS", "");
        String all = (given + " " + String.join(" ", options)).strip();
        return Map.of("PATH", path, "JVM_ARGS", all);
    }

    /** Its command with these arguments. */
    List<String> with(List<String> arguments) {
        List<String> all = new ArrayList<>(List.of(command.toString()));
        all.addAll(arguments);
        return all;
    }

    /** Copies the modules into one folder, as Apalache looks for them beside each other. */
    static Path gather(List<Path> folders) throws IOException {
        Path gathered = Files.createTempDirectory("quittance-apalache");
        for (Path folder : folders) {
            if (!folder.endsWith("lib")) {
                try (var files = Files.newDirectoryStream(folder, "*.tla")) {
                    for (Path file : files) {
                        Files.copy(file, gathered.resolve(folder.relativize(file)));
                    }
                }
            }
        }
        return gathered;
    }
}
