package org.quittance.bench.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import org.apache.ratis.client.RaftClient;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;

/**
 * Clients of Apache Ratis: {@code RatisClients PORT...}. Reads lines with the number of clients,
 * the bytes of a request and seconds, and answers each with a line of what was measured.
 */
final class RatisClients {

    private RatisClients() {}

    /** Runs until there are no more lines. */
    public static void main(String[] args) throws InterruptedException {
        List<RaftClient> all = new ArrayList<>();
        try (Scanner in = new Scanner(System.in)) {
            while (in.hasNextInt()) {
                int clients = in.nextInt();
                Message request = Message.valueOf(ByteString.copyFrom(new byte[in.nextInt()]));
                double seconds = Double.parseDouble(in.next());
                while (all.size() < clients) {
                    all.add(RaftClient.newBuilder()
                            .setProperties(RatisReplica.properties())
                            .setRaftGroup(RatisReplica.group(List.of(args)))
                            .build());
                }
                ClosedLoop.Measured measured = ClosedLoop.run(
                        all.subList(0, clients).stream().map(it -> call(it, request)).toList(),
                        seconds);
                System.out.println("measured " + measured.json());
            }
        }
        System.exit(0);
    }

    private static ClosedLoop.Client call(RaftClient client, Message request) {
        return () -> {
            RaftClientReply reply = client.async().send(request).get();
            if (!reply.isSuccess()) {
                throw new IOException("refused: " + reply);
            }
        };
    }
}
