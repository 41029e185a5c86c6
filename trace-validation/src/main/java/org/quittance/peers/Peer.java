package org.quittance.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A published trace spec, run as its authors say, by the official TLC.
 *
 * @param name what the table calls it
 * @param version the commit that is checked out
 * @param folder where the spec is; TLC runs there
 * @param javaOptions what the authors say
 * @param tlcOptions what the authors say, with the spec
 * @param traceVariable the environment variable by which it gets the trace
 * @param configurationVariable the one by which it gets a file that goes with the trace, or the
 *     empty string
 * @param configuration the lines of that file
 * @param classPath TLC and the modules that it needs
 * @param shape where to break traces
 * @param traces makes one of a length
 */
record Peer(
        String name,
        String version,
        Path folder,
        List<String> javaOptions,
        List<String> tlcOptions,
        String traceVariable,
        String configurationVariable,
        List<String> configuration,
        String classPath,
        Shape shape,
        IntFunction<List<String>> traces)
        implements Contender {

    private static final int FIRST_VIOLATION = 10;
    private static final int LAST_VIOLATION = 14;

    @Override
    public List<String> trace(int events) {
        return traces.apply(events);
    }

    @Override
    public List<String> command(Path trace, Path scratch) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.addAll(javaOptions);
        // Two that change nothing but where files go.
        command.add("-Djava.io.tmpdir=" + scratch);
        command.addAll(List.of("-cp", classPath, "tlc2.TLC"));
        command.addAll(List.of("-metadir", scratch.resolve("states").toString()));
        command.add("-noGenerateSpecTE");
        command.addAll(tlcOptions);
        return command;
    }

    @Override
    public Map<String, String> environment(Path trace, Path scratch) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put(traceVariable, trace.toString());
        if (!configurationVariable.isEmpty()) {
            environment.put(configurationVariable, beside(scratch).toString());
        }
        return environment;
    }

    private Path beside(Path scratch) {
        Path file = scratch.resolve("configuration.ndjson");
        try {
            return Files.write(file, configuration, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + file, e);
        }
    }

    /** TLC has a range of statuses for properties that don't hold; others are errors of its. */
    @Override
    public Verdict verdict(int status) {
        if (status == 0) {
            return Verdict.ACCEPTED;
        }
        return status >= FIRST_VIOLATION && status <= LAST_VIOLATION
                ? Verdict.REJECTED
                : Verdict.ERROR;
    }
}
