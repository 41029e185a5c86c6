package org.quittance.bench.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.quittance.core.base.Digest;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.node.Refusal;
import org.quittance.node.client.Checks;
import org.quittance.node.driver.CommandPool;

/**
 * Follows the final blocks and the quittances of a node, checks the proof of each, and tells who
 * waits for a command in it. One of them serves all clients of a process, as one would that many
 * users share.
 */
final class Finals implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Due(long height, long since) {}

    private final int port;
    private final Checks checks;
    private final Map<Digest, Waiting> waiting = new ConcurrentHashMap<>();
    private final Deque<Due> due = new ArrayDeque<>();
    private final List<Long> settled = new ArrayList<>();
    private final Thread blocks = Thread.ofPlatform().daemon().unstarted(this::followBlocks);
    private final Thread quittances =
            Thread.ofPlatform().daemon().unstarted(this::followQuittances);
    private volatile boolean closed;
    private volatile Exception failure;
    private long nonEmpty;
    private long height;

    private record Waiting(long since, CompletableFuture<Void> done) {}

    /**
     * Follows from the block after a height on.
     *
     * @param port of the node
     */
    Finals(int port, Checks checks, long height) {
        this.port = port;
        this.checks = checks;
        this.height = height;
        blocks.start();
        quittances.start();
    }

    /** Is done as soon as the command is proved to be final. Ask before it is submitted. */
    CompletableFuture<Void> await(Digest command) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        waiting.put(command, new Waiting(System.nanoTime(), done));
        if (failure != null) {
            throw new IllegalStateException("nothing is proved any more: " + failure, failure);
        }
        return done;
    }

    /** What was measured since it was asked last. */
    record News(long blocks, double settledP50, double settledP99) {}

    News news() {
        synchronized (due) {
            long[] sorted = settled.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(sorted);
            News news = new News(nonEmpty,
                    ClosedLoop.percentile(sorted, 50), ClosedLoop.percentile(sorted, 99));
            settled.clear();
            nonEmpty = 0;
            return news;
        }
    }

    private void followBlocks() {
        try (Connection node = new Connection(port)) {
            while (!closed) {
                JsonNode answer = get(node, "/v1/blocks/" + (height + 1));
                if (answer != null) {
                    height++;
                    take(checks.commands(answer));
                }
            }
        } catch (IOException | Refusal | RuntimeException e) {
            fail(e);
        }
    }

    private void take(List<SealedCommand> commands) {
        if (commands.isEmpty()) {
            return;
        }
        List<Due> more = new ArrayList<>();
        for (SealedCommand command : commands) {
            Waiting found = waiting.remove(CommandPool.idOf(command));
            if (found != null) {
                more.add(new Due(height, found.since()));
                found.done().complete(null);
            }
        }
        synchronized (due) {
            nonEmpty++;
            due.addAll(more);
            due.notifyAll();
        }
    }

    private void followQuittances() {
        try (Connection node = new Connection(port)) {
            while (!closed) {
                long least = leastDue();
                JsonNode answer = get(node, "/v1/quittances/" + least);
                if (answer != null) {
                    settle(checks.quittance(answer).height().number());
                }
            }
        } catch (IOException | Refusal | RuntimeException e) {
            fail(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long leastDue() throws InterruptedException {
        synchronized (due) {
            while (due.isEmpty()) {
                due.wait();
            }
            return due.element().height();
        }
    }

    private void settle(long upTo) {
        long now = System.nanoTime();
        synchronized (due) {
            while (!due.isEmpty() && due.element().height() <= upTo) {
                settled.add(now - due.remove().since());
            }
        }
    }

    private static JsonNode get(Connection node, String path) throws IOException {
        Connection.Answer answer = node.get(path + "?wait=1000");
        return answer.status() == 200 ? JSON.readTree(answer.body()) : null;
    }

    private void fail(Exception e) {
        if (!closed) {
            failure = e;
            waiting.values().forEach(each -> each.done().completeExceptionally(e));
        }
    }

    @Override
    public void close() {
        closed = true;
        blocks.interrupt();
        quittances.interrupt();
    }
}
