package org.quittance.bench.cluster;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts Apache Ratis with three servers, of which one may crash, and none may lie. */
final class Ratis {

    private static final int SIZE = 3;

    private Ratis() {}

    /**
     * Starts it.
     *
     * @param directory where everything goes; must not exist yet
     * @param java the program and options with which each process begins
     */
    static Contender start(Path directory, List<String> java) throws Exception {
        List<Integer> free = Ports.free(SIZE);
        List<String> ports = free.stream().map(String::valueOf).toList();
        List<String> all = new ArrayList<>(java);
        // Each process has a directory of its own.
        String own = System.getProperty("java.class.path");
        String classpath = Stream.of(own.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        all.addAll(List.of("-cp", classpath));
        List<List<String>> servers = new ArrayList<>();
        for (int id = 0; id < SIZE; id++) {
            List<String> server = new ArrayList<>(
                    List.of(RatisReplica.class.getName(), Integer.toString(id)));
            server.addAll(ports);
            servers.add(server);
        }
        List<String> clients = new ArrayList<>(List.of(RatisClients.class.getName()));
        clients.addAll(ports);
        return new Replicas(Files.createDirectories(directory), all, servers, clients, free);
    }
}
