package org.quittance.node.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Runs Jazzer in a process of its own. What it finds is written to a folder; a finding becomes a
 * test by being moved to where {@link Regressions} are.
 */
final class Fuzzing {

    /** With so much memory a decoder that takes too much of it is found out. */
    private static final int MEMORY_MB = 600;

    private static final Pattern PROGRESS = Pattern.compile("(?m)^#([0-9]+)\\s");

    private Fuzzing() {}

    /** How a run ended: Jazzer's exit status, and what it said. */
    record Result(int status, String output) {

        /** Did it find something? */
        boolean found() {
            return status == 77;
        }

        /** How many inputs it tried. */
        long tried() {
            return PROGRESS.matcher(output).results()
                    .mapToLong(line -> Long.parseLong(line.group(1))).max().orElse(0);
        }

        /** The lines that say what it found. */
        String told() {
            return output.lines().filter(line -> line.startsWith("== Java")
                            || line.contains("AssertionError") || line.contains("Test unit"))
                    .collect(Collectors.joining("\n"));
        }
    }

    /**
     * Fuzzes.
     *
     * @param decoder all are taken in turn if there is none
     * @param folder for the corpus and findings
     */
    static Result run(Path folder, int seconds, long seed, Decoder... decoder)
            throws IOException, InterruptedException {
        Path corpus = folder.resolve("corpus");
        Files.createDirectories(corpus);
        for (Decoder each : Decoder.values()) {
            if (decoder.length == 0 ? each != Decoder.PLANTED : each == decoder[0]) {
                write(corpus, each, decoder.length > 0);
            }
        }
        // Names of hosts in configurations are not to be looked up.
        Path hosts = Files.writeString(folder.resolve("hosts"), "");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-Xmx" + MEMORY_MB + "m", "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED", "-Djdk.net.hosts.file=" + hosts));
        if (decoder.length > 0) {
            command.add("-Dfuzz.decoder=" + decoder[0]);
        }
        command.addAll(List.of("-cp", classpath(), "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzTarget.class.getName(),
                "--instrumentation_includes=org.quittance.core.**:org.quittance.node.**",
                "--custom_hook_includes=org.quittance.**",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/", "-max_total_time=" + seconds,
                "-max_len=8192", "-seed=" + seed, "-timeout=20", corpus.toString()));
        Process process = new ProcessBuilder(command).directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("jazzer.log").toFile()).start();
        int status = process.waitFor();
        return new Result(status, Files.readString(folder.resolve("jazzer.log")));
    }

    /** Genuine inputs, and those that were found before. */
    private static void write(Path corpus, Decoder decoder, boolean alone) throws IOException {
        List<byte[]> inputs = new ArrayList<>(Seeds.of(decoder));
        inputs.addAll(Regressions.of(decoder));
        for (byte[] input : inputs) {
            byte[] named = new byte[input.length + 1];
            named[0] = (byte) decoder.ordinal();
            System.arraycopy(input, 0, named, 1, input.length);
            Files.write(corpus.resolve(decoder + "-" + Decoder.digestOf(input).hex()),
                    alone ? input : named);
        }
    }

    /** Without JUnit's launcher, or Jazzer would look for tests. */
    private static String classpath() {
        return Arrays.stream(System.getProperty("java.class.path").split(":"))
                .filter(entry -> !entry.contains("junit-platform-launcher"))
                .collect(Collectors.joining(":"));
    }
}
