package org.quittance.bench.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How fast a cluster on this machine is, and others beside it. Each round starts each system anew,
 * warms it up, and measures it with each number of clients; what is told are medians over rounds.
 */
@Command(
        name = "bench-cluster",
        description = "Measures four validators on this machine, and other systems beside them.",
        mixinStandardHelpOptions = true)
public final class ClusterBench implements Callable<Integer> {

    private static final int BAD_ARGUMENTS = 2;
    private static final String OURS = "quittance";

    @Option(names = "--directory", required = true, paramLabel = "DIRECTORY",
            description = "where everything goes; what was there before is removed")
    private Path directory;

    @Option(names = "--nodes", required = true, paramLabel = "CLASSPATH",
            description = "what the validators run")
    private String nodes;

    @Option(names = "--bftsmart", paramLabel = "DIRECTORY",
            description = "a checkout of BFT-SMaRt that was built")
    private Path bftSmart;

    @Option(names = "--adapter", required = true, paramLabel = "DIRECTORY",
            description = "the classes that call BFT-SMaRt, in source")
    private Path adapter;

    @Option(names = "--rounds", defaultValue = "3",
            description = "how often each system is started (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "6",
            description = "how long each setting is measured (default: ${DEFAULT-VALUE})")
    private double seconds;

    @Option(names = "--warmup", defaultValue = "90",
            description = "seconds before that (default: ${DEFAULT-VALUE})")
    private double warmup;

    @Option(names = "--clients", split = ",", defaultValue = "2,16,64,256",
            description = "numbers of clients (default: ${DEFAULT-VALUE})")
    private List<Integer> clients;

    @Option(names = "--bytes", defaultValue = "1024",
            description = "a second length of requests, for systems that leave a choice; the first"
                    + " is that of a command of Quittance (default: ${DEFAULT-VALUE})")
    private int bytes;

    @Option(names = "--results", required = true, paramLabel = "FILE",
            description = "the file of JSON to write; a table goes beside it, as .md")
    private Path results;

    private final List<Row> rows = new ArrayList<>();
    private final List<String> notRun = new ArrayList<>();

    /** Measures; exits with 2 if the arguments are no good, with 1 if something failed. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new ClusterBench()).execute(args));
    }

    private interface Start {

        Contender start(Path directory) throws Exception;
    }

    @Override
    public Integer call() throws Exception {
        if (rounds < 1 || seconds <= 0 || warmup < 0 || clients.stream().anyMatch(c -> c < 1)) {
            System.err.println("bench-cluster: there must be rounds, seconds and clients");
            return BAD_ARGUMENTS;
        }
        Files.createDirectories(results.toAbsolutePath().getParent());
        Optional<BftSmart> peer = bftSmart == null
                ? Optional.empty() : BftSmart.find(bftSmart, adapter);
        if (peer.isEmpty()) {
            notRun.add("BFT-SMaRt: not run, since " + (bftSmart == null
                    ? "BFTSMART_HOME is not set" : "there is no build of it in " + bftSmart));
            System.out.println(notRun.get(0));
        }
        int most = clients.stream().max(Comparator.naturalOrder()).orElseThrow();
        for (int round = 0; round < rounds; round++) {
            measure(round, OURS, dir -> ours(dir, most, false));
            if (peer.isPresent()) {
                measure(round, "bft-smart", dir -> peer.get().start(dir, java()));
            }
            measure(round, "quittance, traced", dir -> ours(dir, most, true));
            measure(round, "ratis", dir -> Ratis.start(dir, java()));
        }
        Report report = new Report(rows, notRun);
        report.write(results);
        System.out.println();
        System.out.print(report.table());
        return 0;
    }

    /** The same for all processes of all systems. */
    private static List<String> java() {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m", "-XX:+UseSerialGC");
    }

    private QuittanceCluster ours(Path home, int most, boolean trace) throws Exception {
        return new QuittanceCluster(
                home, nodes, java().subList(1, java().size()), most, trace);
    }

    private void measure(int round, String system, Start start) throws Exception {
        Path home = directory.toAbsolutePath().resolve(system.replaceAll("\\W+", "-"));
        remove(home);
        int most = clients.stream().max(Comparator.naturalOrder()).orElseThrow();
        try (Contender contender = start.start(home)) {
            contender.measure(most, Row.COMMAND_BYTES, warmup);
            for (int number : clients) {
                take(round, system, contender, number, Row.COMMAND_BYTES);
            }
            if (contender instanceof QuittanceCluster cluster) {
                cluster.check();
            } else {
                take(round, system, contender, most, bytes);
            }
        }
        remove(home);
    }

    private void take(int round, String system, Contender contender, int number, int length)
            throws Exception {
        Row row = new Row(round, system, number, length,
                contender.measure(number, length, seconds));
        rows.add(row);
        System.out.println(row.text());
    }

    private static void remove(Path home) throws IOException {
        if (Files.exists(home)) {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
