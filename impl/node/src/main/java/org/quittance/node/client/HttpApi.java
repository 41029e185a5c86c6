package org.quittance.node.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.quittance.node.client.Api.Answer;
import org.quittance.node.driver.Node;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The client interface over HTTP/1.1: {@code openapi.yaml} describes it. Each request has a virtual
 * thread.
 *
 * <p>Memory: so many connections, so many requests at a time, and so many bytes of each. Whoever
 * takes all connections keeps other clients out; so operators may have a port of their own.
 */
public final class HttpApi implements AutoCloseable {

    /** Everything that may be asked for, as {@code openapi.yaml} has it; {@code *} is a name. */
    public static final Set<String> PATHS = Set.of("/v1/commands", "/v1/receipts/*",
            "/v1/accounts/*", "/v1/quittances/*", "/v1/blocks/*", "/v1/chain/*", "/v1/status",
            "/health", "/ready", "/metrics", "/openapi.yaml");

    /** What operators ask for. */
    private static final Set<String> OF_OPERATORS = Set.of("/health", "/ready", "/metrics");

    private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);
    private static final int MOST_CONNECTIONS = 1_024;
    private static final int MOST_REQUESTS = 256;
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_SECONDS = 30;
    private static final int MOST_WAIT_MILLIS = 10_000;

    private final HttpServer server;
    private final Api api;
    private final Set<String> paths;
    private final Semaphore requests = new Semaphore(MOST_REQUESTS);
    private final Semaphore waits = new Semaphore(MOST_REQUESTS / 4);

    private HttpApi(HttpServer server, Api api, Set<String> paths) {
        this.server = server;
        this.api = api;
        this.paths = paths;
    }

    /**
     * Takes an address for clients. Nobody is served yet.
     *
     * @throws Refusal if the address is not to be had
     */
    public static HttpApi bind(Node node, InetSocketAddress address) throws Refusal {
        return bind(node, address, PATHS, "clients", "client.listen");
    }

    /**
     * Takes an address for operators: {@code /health}, {@code /ready} and {@code /metrics} only.
     *
     * @throws Refusal if the address is not to be had
     */
    public static HttpApi bindOperators(Node node, InetSocketAddress address) throws Refusal {
        return bind(node, address, OF_OPERATORS, "operators", "operator.listen");
    }

    private static HttpApi bind(Node node, InetSocketAddress address, Set<String> paths,
            String who, String setting) throws Refusal {
        // The server reads its limits from here, and nowhere else.
        limit("jdk.httpserver.maxConnections", MOST_CONNECTIONS);
        limit("sun.net.httpserver.maxIdleConnections", MOST_CONNECTIONS / 4);
        limit("sun.net.httpserver.maxReqTime", MOST_SECONDS);
        limit("sun.net.httpserver.maxRspTime", MOST_SECONDS);
        limit("sun.net.httpserver.idleInterval", MOST_SECONDS);
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer server = HttpServer.create(address, 0);
            HttpApi http = new HttpApi(server, new Api(node), paths);
            server.createContext("/", http::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            return http;
        } catch (IOException e) {
            throw new Refusal(ExitCode.NETWORK, "cannot listen for " + who + " on " + address
                    + ": " + Refusal.reason(e) + " (setting " + setting + ")");
        }
    }

    /** Serves clients from now on. */
    public void start() {
        server.start();
    }

    private static void limit(String property, int value) {
        System.setProperty(property, Integer.toString(value));
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String[] parts = path.split("/", -1);
        String route = parts.length == 4 ? "/" + parts[1] + "/" + parts[2] + "/*" : path;
        if (!requests.tryAcquire()) {
            answer(exchange, route, Answer.error(503, "too many requests at a time"));
            return;
        }
        try (exchange) {
            if (!paths.contains(route)) {
                answer(exchange, route, Answer.error(404, "nothing is here; see /openapi.yaml"));
            } else if (route.equals("/metrics")) {
                text(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", api.metrics());
            } else if (route.equals("/openapi.yaml")) {
                text(exchange, 200, "application/yaml", description());
            } else {
                answer(exchange, route, answerTo(exchange, route, parts));
            }
        } catch (RuntimeException e) {
            LOG.error("a request to {} failed", route, e);
        } finally {
            requests.release();
        }
    }

    private Answer answerTo(HttpExchange exchange, String route, String[] parts)
            throws IOException {
        String method = exchange.getRequestMethod();
        if (route.equals("/v1/commands")) {
            if (!method.equals("POST")) {
                return Answer.error(405, "only POST");
            }
            byte[] body = read(exchange);
            return body.length > MOST_BYTES
                    ? Answer.error(413, "a request has at most " + MOST_BYTES + " bytes")
                    : api.submit(body);
        }
        if (!method.equals("GET")) {
            return Answer.error(405, "only GET");
        }
        return switch (route) {
            case "/v1/receipts/*" -> api.proofs().receipt(parts[3]);
            case "/v1/accounts/*" -> api.proofs().account(parts[3]);
            case "/v1/quittances/*" -> waiting(exchange, parts[3], api.proofs()::quittance);
            case "/v1/blocks/*" -> waiting(exchange, parts[3], api.proofs()::block);
            case "/v1/chain/*" -> api.proofs().chain(parts[3]);
            case "/v1/status" -> api.status();
            case "/health" -> api.health();
            case "/ready" -> api.ready();
            default -> throw new IllegalStateException("no answer to " + route);
        };
    }

    /** An answer that may take time. */
    private interface Waiting {

        Answer answer(String text, long millis) throws InterruptedException;
    }

    private Answer waiting(HttpExchange exchange, String text, Waiting waiting) {
        String query = exchange.getRequestURI().getQuery();
        if (query != null && !query.matches("wait=\\d{1,5}")) {
            return Answer.error(400, "the only parameter is wait, in milliseconds");
        }
        long millis = query == null ? 0 : Long.parseLong(query.substring("wait=".length()));
        // Who waits must leave room for others.
        if (millis > 0 && !waits.tryAcquire()) {
            return Answer.error(503, "too many requests wait");
        }
        try {
            return waiting.answer(text, Math.min(millis, MOST_WAIT_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.error(503, "the node stops");
        } finally {
            if (millis > 0) {
                waits.release();
            }
        }
    }

    private static byte[] read(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            return in.readNBytes(MOST_BYTES + 1);
        }
    }

    private void answer(HttpExchange exchange, String route, Answer answer) throws IOException {
        api.answered(answer.status() == 404 ? "other" : route, answer.status());
        text(exchange, answer.status(), "application/json", answer.body().toString());
    }

    private static void text(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String description() throws IOException {
        try (InputStream in = HttpApi.class.getResourceAsStream("/openapi.yaml")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Takes no more requests. */
    @Override
    public void close() {
        server.stop(0);
    }
}
