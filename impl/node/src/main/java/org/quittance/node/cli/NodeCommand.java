package org.quittance.node.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.quittance.node.client.HttpApi;
import org.quittance.node.driver.Node;
import org.quittance.node.setup.NodeConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a validator until it is told to stop. */
@Command(
        name = "node",
        description = "Runs a validator until it gets a signal to stop (SIGTERM, SIGINT); then it"
                + " ends with status 0.",
        mixinStandardHelpOptions = true)
public final class NodeCommand implements Callable<Integer> {

    @Option(names = "--config", required = true, paramLabel = "FILE",
            description = "its configuration, as the commented node.properties has it")
    private @Nullable Path config;

    @Option(names = "--init", arity = "0..1", fallbackValue = "true", paramLabel = "true|false",
            description = "the very first start of this validator: begin its vote log")
    private boolean init;

    /** Why the node ends. */
    private record End(ExitCode code, String reason) {}

    @Override
    public Integer call() throws Exception {
        if (config == null) {
            return ExitCode.BAD_INPUT.number();
        }
        NodeConfig read = NodeConfig.read(config);
        // Before anything asks for a logger: the library reads it once.
        System.setProperty("quittance.log", read.logFormat());
        Logger log = LoggerFactory.getLogger(NodeCommand.class);
        AtomicReference<@Nullable End> end = new AtomicReference<>();
        try (Stopping stopping = Stopping.onSignal()) {
            boolean first = init;
            try {
                // A life that has fetched another validator's state is followed by one with it.
                while (live(read, first, stopping, end, log) && !stopping.isTold()) {
                    end.set(null);
                    first = false;
                }
            } catch (Refusal e) {
                stopping.ends(e.code());
                throw e;
            }
            End why = end.get();
            if (why == null || why.code() == ExitCode.OK) {
                return stopping.ends(ExitCode.OK);
            }
            log.error("stopped: {}", why.reason());
            return stopping.ends(why.code());
        }
    }

    /** The operators' port, if there is one. */
    private record Operators(Optional<HttpApi> http) implements AutoCloseable {

        static Operators bind(Node node, NodeConfig config) throws Refusal {
            return new Operators(config.operatorListen().isPresent()
                    ? Optional.of(HttpApi.bindOperators(node, config.operatorListen().get()))
                    : Optional.empty());
        }

        void start() {
            http.ifPresent(HttpApi::start);
        }

        @Override
        public void close() {
            http.ifPresent(HttpApi::close);
        }
    }

    /** One life. Is it over only to be followed by another one? */
    private static boolean live(NodeConfig config, boolean first, Stopping stopping,
            AtomicReference<@Nullable End> end, Logger log)
            throws Refusal, InterruptedException {
        Node node = new Node(config, first, (code, reason) -> {
            if (end.compareAndSet(null, new End(code, reason))) {
                stopping.ask();
            }
        });
        try (node; HttpApi http = HttpApi.bind(node, config.clientListen());
                Operators operators = Operators.bind(node, config)) {
            node.start();
            http.start();
            operators.start();
            stopping.await();
            log.info("stops");
        }
        End why = end.get();
        return node.isTakingOver() && why != null && why.code() == ExitCode.OK;
    }
}
