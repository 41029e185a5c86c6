package org.quittance.bench.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.ratis.RaftConfigKeys;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.grpc.GrpcConfigKeys;
import org.apache.ratis.proto.RaftProtos.LogEntryProto;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftGroup;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.rpc.SupportedRpcType;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.RaftServerConfigKeys;
import org.apache.ratis.statemachine.TransactionContext;
import org.apache.ratis.statemachine.impl.BaseStateMachine;
import org.apache.ratis.util.SizeInBytes;

/**
 * One server of Apache Ratis, which counts requests and does nothing else with them:
 * {@code RatisReplica ID PORT...}. Its log is synced before an entry counts, as is its default.
 */
final class RatisReplica {

    /** Any name will do but zero, which stands for none. */
    private static final UUID GROUP = new UUID(0, 1);

    private RatisReplica() {}

    /** Runs until it is killed. */
    public static void main(String[] args) throws Exception {
        RaftProperties properties = properties();
        RaftGroup group = group(List.of(args).subList(1, args.length));
        int port = Integer.parseInt(args[Integer.parseInt(args[0]) + 1]);
        GrpcConfigKeys.Server.setPort(properties, port);
        RaftServerConfigKeys.setStorageDir(properties, List.of(
                Files.createDirectories(Path.of("storage")).toFile()));
        RaftServer server = RaftServer.newBuilder()
                .setGroup(group)
                .setProperties(properties)
                .setServerId(RaftPeerId.valueOf("n" + args[0]))
                .setStateMachine(new Counting())
                .build();
        server.start();
        new CountDownLatch(1).await();
    }

    static RaftProperties properties() {
        RaftProperties properties = new RaftProperties();
        RaftConfigKeys.Rpc.setType(properties, SupportedRpcType.GRPC);
        RaftServerConfigKeys.Log.setSegmentSizeMax(properties, SizeInBytes.valueOf("64MB"));
        return properties;
    }

    static RaftGroup group(List<String> ports) {
        List<RaftPeer> peers = new ArrayList<>();
        for (int id = 0; id < ports.size(); id++) {
            peers.add(RaftPeer.newBuilder().setId("n" + id)
                    .setAddress("127.0.0.1:" + ports.get(id)).build());
        }
        return RaftGroup.valueOf(RaftGroupId.valueOf(GROUP), peers);
    }

    private static final class Counting extends BaseStateMachine {

        private final AtomicLong count = new AtomicLong();

        @Override
        public CompletableFuture<Message> applyTransaction(TransactionContext transaction) {
            LogEntryProto entry = transaction.getLogEntry();
            updateLastAppliedTermIndex(entry.getTerm(), entry.getIndex());
            return CompletableFuture.completedFuture(
                    Message.valueOf(Long.toString(count.incrementAndGet())));
        }
    }
}
