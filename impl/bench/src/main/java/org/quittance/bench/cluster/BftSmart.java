package org.quittance.bench.cluster;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * BFT-SMaRt with four replicas, from a folder that somebody has built it in: {@code config} as its
 * repository has it, and beneath the folder the jars of a build. The few classes that call it are
 * compiled on the spot, since nothing else here needs it.
 */
final class BftSmart {

    private static final int SIZE = 4;
    private static final String CONFIGURATION = "config";
    private static final String JAR = "glob:**/{BFT-SMaRt,bft-smart,library}*.jar";

    /**
     * What is not as its own configuration has it: requests are signed by clients, and the log of
     * decisions is on the disk, synced, before a request is answered.
     */
    private static final Map<String, String> SETTINGS = new TreeMap<>(Map.of(
            "system.communication.useSignatures", "1",
            "system.communication.bindaddress", "127.0.0.1",
            "system.totalordermulticast.log", "true",
            "system.totalordermulticast.log_to_disk", "true",
            "system.totalordermulticast.sync_log", "true"));

    private final Path sources;
    private final Path configuration;
    private final String classpath;

    private BftSmart(Path sources, Path configuration, String classpath) {
        this.sources = sources;
        this.configuration = configuration;
        this.classpath = classpath;
    }

    /**
     * Looks for a build.
     *
     * @param home the folder with the repository
     * @param sources the folder with the classes that call it
     * @return nothing if there is none
     */
    static Optional<BftSmart> find(Path home, Path sources) throws IOException {
        Path configuration = home.resolve(CONFIGURATION);
        List<Path> jars;
        try (Stream<Path> files = Files.exists(home) ? Files.walk(home) : Stream.empty()) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
        Optional<Path> own = jars.stream()
                .filter(home.getFileSystem().getPathMatcher(JAR)::matches).findFirst();
        if (own.isEmpty() || !Files.exists(configuration.resolve("system.config"))) {
            return Optional.empty();
        }
        Path folder = own.get().getParent();
        return Optional.of(new BftSmart(sources, configuration, jars.stream()
                .filter(jar -> folder.equals(jar.getParent()))
                .map(jar -> jar.toAbsolutePath().toString())
                .reduce((a, b) -> a + File.pathSeparator + b).orElseThrow()));
    }

    /**
     * Starts it.
     *
     * @param directory where everything goes; must not exist yet
     * @param java the program and options with which each process begins
     */
    Contender start(Path directory, List<String> java) throws Exception {
        Files.createDirectories(directory);
        Path classes = compile(directory.resolve("classes"));
        List<Integer> ports = Ports.free(2 * SIZE);
        List<List<String>> replicas = new ArrayList<>();
        for (int id = 0; id < SIZE; id++) {
            // Some files it looks for beneath the working directory, whatever it is told.
            configure(directory.resolve("replica-" + id).resolve(CONFIGURATION), ports);
            replicas.add(List.of("org.quittance.bench.bftsmart.Replica",
                    Integer.toString(id), CONFIGURATION + File.separator));
        }
        configure(directory.resolve("clients").resolve(CONFIGURATION), ports);
        List<String> all = new ArrayList<>(java);
        all.addAll(List.of("-Djava.security.properties=" + CONFIGURATION + "/java.security",
                "-Dlogback.configurationFile=" + CONFIGURATION + "/logback.xml",
                "-cp", classes + File.pathSeparator + classpath + File.pathSeparator + own()));
        return new Replicas(directory, all, replicas,
                List.of("org.quittance.bench.bftsmart.Clients", CONFIGURATION + File.separator),
                IntStream.range(0, SIZE).mapToObj(id -> ports.get(2 * id)).toList());
    }

    /** Where the classes of this benchmark are: their own dependencies stay away from others'. */
    private static String own() throws IOException {
        try {
            return Path.of(ClosedLoop.class.getProtectionDomain().getCodeSource().getLocation()
                    .toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private Path compile(Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (Stream<Path> files = Files.walk(sources);
                var manager = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(said, manager, null,
                    List.of("-proc:none", "-nowarn", "-d",
                            Files.createDirectories(classes).toString(), "-cp",
                            classpath + File.pathSeparator + own()),
                    null, manager.getJavaFileObjectsFromPaths(
                            files.filter(file -> file.toString().endsWith(".java")).toList()))
                    .call();
            if (!done) {
                throw new IOException("this BFT-SMaRt is another than was expected: " + said);
            }
        }
        return classes;
    }

    private void configure(Path own, List<Integer> ports) throws IOException {
        try (Stream<Path> files = Files.walk(configuration)) {
            for (Path file : files.toList()) {
                Path copy = own.resolve(configuration.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        Files.deleteIfExists(own.resolve("currentView"));
        StringBuilder hosts = new StringBuilder();
        for (int id = 0; id < SIZE; id++) {
            hosts.append(id).append(" 127.0.0.1 ").append(ports.get(2 * id)).append(' ')
                    .append(ports.get(2 * id + 1)).append('\n');
        }
        Files.writeString(own.resolve("hosts.config"), hosts.toString());
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(own.resolve("system.config"))) {
            String name = line.split("=", 2)[0].strip();
            if (!SETTINGS.containsKey(name)) {
                lines.add(line);
            }
        }
        SETTINGS.forEach((name, value) -> lines.add(name + " = " + value));
        Files.write(own.resolve("system.config"), lines, StandardCharsets.UTF_8);
    }
}
