package org.quittance.node.driver;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntToLongFunction;
import java.util.function.Predicate;
import org.quittance.core.base.Digest;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.message.Payload;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealedCommand;

/**
 * Commands that wait for a block. Their seals were verified. Any thread may add; the core's thread
 * picks.
 *
 * <p>Memory: so many commands and bytes; beyond that new ones are refused.
 */
public final class CommandPool {

    private static final int MOST = 50_000;
    private static final long MOST_BYTES = 64L << 20;
    private static final long LIFETIME_NANOS = 60_000_000_000L;

    private record Waiting(SealedCommand command, int size, long since) {}

    private final Map<Digest, Waiting> waiting = new LinkedHashMap<>();
    private long bytes;
    private volatile Predicate<SealedCommand> welcome = command -> true;
    private final LongAdder useless = new LongAdder();

    /** What came of adding a command. */
    public enum Added { NEW, KNOWN, FULL, USELESS }

    /** Has room from now on only for commands that are welcome. */
    void admit(Predicate<SealedCommand> only) {
        welcome = only;
    }

    /** How many found no room because nothing could come of them. */
    long useless() {
        return useless.sum();
    }

    /** What a command is called: a digest of its canonical bytes with its seals. */
    public static Digest idOf(SealedCommand command) {
        return Digest.sha256("quittance/node/command/v1", PayloadCodec.encode(command));
    }

    /** The ids of the commands in a payload; none if nobody can read it. */
    static List<Digest> idsOf(Payload payload) {
        try {
            return PayloadCodec.decode(payload).commands().stream()
                    .map(CommandPool::idOf).toList();
        } catch (MalformedException e) {
            return List.of();
        }
    }

    /** Adds a command. */
    public Added add(SealedCommand command, long now) {
        if (!welcome.test(command)) {
            useless.increment();
            return Added.USELESS;
        }
        return addWelcome(command, now);
    }

    private synchronized Added addWelcome(SealedCommand command, long now) {
        byte[] encoded = PayloadCodec.encode(command);
        Digest id = Digest.sha256("quittance/node/command/v1", encoded);
        if (waiting.containsKey(id)) {
            return Added.KNOWN;
        }
        if (waiting.size() >= MOST || bytes + encoded.length > MOST_BYTES) {
            return Added.FULL;
        }
        waiting.put(id, new Waiting(command, encoded.length, now));
        bytes += encoded.length;
        return Added.NEW;
    }

    /** Is the command waiting? */
    public synchronized boolean has(Digest id) {
        return waiting.containsKey(id);
    }

    public synchronized int size() {
        return waiting.size();
    }

    /** The command is executed, or can't ever be in a block. */
    synchronized void remove(Digest id) {
        Waiting gone = waiting.remove(id);
        if (gone != null) {
            bytes -= gone.size();
        }
    }

    /**
     * Commands for a block, about as many as it has room for. Those of an account come in the order
     * of their nonces, without gaps; those behind a gap wait. What is out of date is forgotten.
     *
     * @param taken those that ancestors of the block have already
     * @param nonces the next nonce of each account after those ancestors
     */
    synchronized List<SealedCommand> pick(
            Set<Digest> taken, IntToLongFunction nonces, long room, long now) {
        List<SealedCommand> picked = new ArrayList<>();
        Map<Integer, TreeMap<Long, Waiting>> ofAccounts = new LinkedHashMap<>();
        long left = room;
        Iterator<Map.Entry<Digest, Waiting>> each = waiting.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<Digest, Waiting> entry = each.next();
            Waiting next = entry.getValue();
            if (taken.contains(entry.getKey())) {
                continue;
            }
            if (isOver(next, nonces, now)) {
                each.remove();
                bytes -= next.size();
            } else if (next.command().command() instanceof Command.OfAccount c) {
                ofAccounts.computeIfAbsent(c.account(), account -> new TreeMap<>())
                        .putIfAbsent(c.nonce(), next);
            } else if (next.size() <= left) {
                picked.add(next.command());
                left -= next.size();
            }
        }
        for (Map.Entry<Integer, TreeMap<Long, Waiting>> account : ofAccounts.entrySet()) {
            long nonce = nonces.applyAsLong(account.getKey());
            Waiting next = account.getValue().get(nonce);
            while (next != null && next.size() <= left) {
                picked.add(next.command());
                left -= next.size();
                nonce++;
                next = account.getValue().get(nonce);
            }
        }
        return picked;
    }

    private static boolean isOver(Waiting waiting, IntToLongFunction nonces, long now) {
        return now - waiting.since() > LIFETIME_NANOS
                || waiting.command().command() instanceof Command.OfAccount c
                        && c.nonce() < nonces.applyAsLong(c.account());
    }
}
