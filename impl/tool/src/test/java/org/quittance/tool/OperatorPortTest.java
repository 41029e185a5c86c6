package org.quittance.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.node.client.HttpApi;
import org.quittance.node.driver.Node;
import org.quittance.node.setup.NodeConfig;

/** Whoever takes all connections for clients doesn't keep operators out. */
class OperatorPortTest {

    private static final int MORE_THAN_ALL = 1_100;

    @TempDir
    private Path directory;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void operatorsAreServedWhenClientsTakeAllConnections() throws Exception {
        NodeConfig config = NodeConfig.read(new OneValidator(directory).config());
        InetSocketAddress address;
        try (ServerSocket free = new ServerSocket(0, 1, config.clientListen().getAddress())) {
            address = new InetSocketAddress(free.getInetAddress(), free.getLocalPort());
        }
        try (Node node = new Node(config, true, (code, reason) -> {
            throw new AssertionError(reason);
        }); HttpApi clients = HttpApi.bind(node, config.clientListen());
                HttpApi operators = HttpApi.bindOperators(node, address)) {
            node.start();
            clients.start();
            operators.start();
            assertThat(status(config.clientListen(), "/health")).isEqualTo(200);
            assertThat(status(address, "/v1/status")).isEqualTo(404);

            List<Socket> idle = new ArrayList<>();
            try {
                for (int k = 0; k < MORE_THAN_ALL; k++) {
                    idle.add(new Socket(config.clientListen().getAddress(),
                            config.clientListen().getPort()));
                }
                for (String path : List.of("/health", "/metrics")) {
                    assertThat(status(address, path)).isEqualTo(200);
                }
                // On the clients' port nobody gets an answer now.
                HttpClient another = HttpClient.newHttpClient();
                assertThatThrownBy(() -> another.send(
                        request(config.clientListen(), "/health"),
                        HttpResponse.BodyHandlers.discarding()))
                        .isInstanceOf(IOException.class);
            } finally {
                for (Socket socket : idle) {
                    socket.close();
                }
            }
        }
    }

    private static HttpRequest request(InetSocketAddress address, String path) {
        return HttpRequest.newBuilder(URI.create("http://" + address.getAddress().getHostAddress()
                        + ":" + address.getPort() + path))
                .timeout(Duration.ofSeconds(10)).GET().build();
    }

    private int status(InetSocketAddress address, String path) throws Exception {
        return http.send(request(address, path), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
