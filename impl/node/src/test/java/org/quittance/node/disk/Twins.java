package org.quittance.node.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.consensus.Effect;
import org.quittance.core.consensus.InconsistentLogException;
import org.quittance.core.consensus.Input;
import org.quittance.core.consensus.Timer;
import org.quittance.core.message.BlockResponse;
import org.quittance.core.message.Body;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Quittance;
import org.quittance.core.replica.Replica;
import org.quittance.core.replica.ReplicaEffect;
import org.quittance.core.replica.ReplicaInput;
import org.quittance.core.replica.ReplicaStep;
import org.quittance.core.replica.SettlementExecution;
import org.quittance.core.settlement.EventSink;
import org.quittance.core.settlement.commit.MerkleTrie;
import org.quittance.core.settlement.commit.Snapshot;

/**
 * A replica whose log is shortened now and then, and beside it, from its second life on, one that
 * came back with all that was ever in the log. Both get the same inputs; whatever one does that the
 * other doesn't is an error.
 */
final class Twins {

    /** What a life begins with. */
    record Disk(List<LogRecord> records, Store.@Nullable Kept kept) {

        Disk without(LogRecord record) {
            return new Disk(records.stream().filter(it -> it != record).toList(), kept);
        }
    }

    private final Lab lab;
    private final int node;
    private final Random random;
    private final List<LogRecord> whole = new ArrayList<>();
    private final Map<Digest, Body> bodies = new TreeMap<>();
    private final Map<Timer, Long> timers = new EnumMap<>(Timer.class);
    private final Map<Height, MerkleTrie> tries = new TreeMap<>();
    private List<LogRecord> shortened = new ArrayList<>();
    private Store.@Nullable Kept kept;
    private @Nullable Replica replica;
    private @Nullable Replica twin;
    private long apart;
    private int unwritten;
    private long life;
    private long timer;
    private int dropped;

    Twins(Lab lab, int node, Random random) {
        this.lab = lab;
        this.node = node;
        this.random = random;
    }

    void start() {
        begin(Replica.start(lab.config(node),
                SettlementExecution.genesis(Lab.GENESIS, EventSink.NONE)));
    }

    private void begin(Replica.Begun begun) {
        replica = begun.replica();
        perform(begun.step());
    }

    /** Is killed; loses what wasn't on stable storage, or a part of it. */
    void crash() {
        int lost = unwritten == 0 ? 0 : random.nextInt(unwritten + 1);
        whole.subList(whole.size() - lost, whole.size()).clear();
        shortened.subList(shortened.size() - lost, shortened.size()).clear();
        replica = null;
        twin = null;
        timers.clear();
        tries.clear();
        unwritten = 0;
        life++;
    }

    /** Comes back, twice. */
    void restart() throws InconsistentLogException, MalformedException {
        Replica.Begun begun = begin(shortened());
        Replica.Begun other = begin(new Disk(List.copyOf(whole), kept));
        apart = whole.size() - shortened.size();
        expectEqual(begun, other, apart);
        twin = other.replica();
        begin(begun);
    }

    /** A life with what is on a disk. */
    Replica.Begun begin(Disk disk) throws InconsistentLogException, MalformedException {
        Store.Kept from = disk.kept();
        SettlementExecution execution = from == null
                ? SettlementExecution.genesis(Lab.GENESIS, EventSink.NONE)
                : SettlementExecution.restore(
                        Lab.GENESIS, from.snapshot(), EventSink.NONE);
        return Replica.restart(lab.config(node), execution, disk.records());
    }

    Disk shortened() {
        return new Disk(List.copyOf(shortened), kept);
    }

    /** Equal state, and equal effects and events, but for the indexes of records. */
    static void expectEqual(Replica.Begun one, Replica.Begun other, long apart) {
        assertThat(one.replica().ordering().committed())
                .isEqualTo(other.replica().ordering().committed());
        assertThat(one.replica().ordering().height())
                .isEqualTo(other.replica().ordering().height());
        assertThat(one.replica().ordering().durable())
                .isEqualTo(other.replica().ordering().durable());
        assertThat(one.replica().ordering().heldCertificates())
                .isEqualTo(other.replica().ordering().heldCertificates());
        expectEqual(one.step(), other.step(), apart);
    }

    private static void expectEqual(ReplicaStep one, ReplicaStep other, long apart) {
        assertThat(one.effects().stream().map(effect -> moved(effect, apart)).toList())
                .isEqualTo(other.effects());
        assertThat(one.ordering()).isEqualTo(other.ordering());
        assertThat(one.events()).isEqualTo(other.events());
        assertThat(one.leftOut()).isEqualTo(other.leftOut());
    }

    private static ReplicaEffect moved(ReplicaEffect effect, long apart) {
        return effect instanceof ReplicaEffect.Ordering(
                Effect.Persist(var index, var record))
                ? new ReplicaEffect.Ordering(new Effect.Persist(index + apart, record))
                : effect;
    }

    /** A snapshot, and the log without what it stands for; true if anything was dropped. */
    boolean shorten() {
        Replica running = replica;
        Optional<Quittance> quittance = running == null
                ? Optional.empty() : running.quittance();
        if (quittance.isEmpty() || unwritten > 0) {
            return false;
        }
        MerkleTrie trie = tries.get(quittance.get().height());
        if (trie == null) {
            return false;
        }
        int before = shortened.size();
        kept = new Store.Kept(quittance.get().height(), Snapshot.of(trie));
        shortened = new ArrayList<>(Shortening.keep(
                shortened, quittance.get().height(), quittance.get().height()));
        dropped += before - shortened.size();
        return shortened.size() < before;
    }

    /** The same at the next moment at which all is written and something can be dropped. */
    void shortenSoon() {
        int left = 2_000;
        while (!shorten()) {
            assertThat(left--).isPositive();
            lab.run(1);
        }
    }

    int dropped() {
        return dropped;
    }

    long executed() {
        Replica running = replica;
        return running == null ? 0 : running.execution().executed().number();
    }

    List<LogRecord> whole() {
        return whole;
    }

    void received(Input.Received input) {
        step(new ReplicaInput.Ordering(input));
    }

    private void step(ReplicaInput input) {
        Replica running = replica;
        if (running == null) {
            return;
        }
        ReplicaStep step = running.step(input);
        if (twin != null) {
            expectEqual(step, twin.step(moved(input)), apart);
        }
        tries.put(running.execution().executed(), running.execution().trie());
        perform(step);
    }

    private ReplicaInput moved(ReplicaInput input) {
        return input instanceof ReplicaInput.Ordering(Input.Persisted(long upTo))
                ? new ReplicaInput.Ordering(new Input.Persisted(upTo + apart))
                : input;
    }

    private void perform(ReplicaStep step) {
        for (ReplicaEffect effect : step.effects()) {
            switch (effect) {
                case ReplicaEffect.Ordering(Effect inner) -> perform(inner);
                case ReplicaEffect.Accuse accuse -> { }
                case ReplicaEffect.Stop stop -> throw new AssertionError(stop);
            }
        }
    }

    /** Something that this life does a little later. */
    private void later(long delay, Runnable what) {
        long mine = life;
        lab.later(delay, () -> {
            if (life == mine) {
                what.run();
            }
        });
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.Persist(long index, LogRecord record) -> {
                whole.add(record);
                shortened.add(record);
                unwritten++;
                record.storedBody().ifPresent(it -> bodies.put(it.block().digest(), it));
                later(1, () -> {
                    unwritten--;
                    step(new ReplicaInput.Ordering(new Input.Persisted(index)));
                });
            }
            case Effect.Send send -> lab.broadcast(node, send.message());
            case Effect.SendTo send -> lab.deliver(node, send.to().index(), send.message());
            case Effect.SetTimer set -> {
                long mine = timer++;
                timers.put(set.timer(), mine);
                later(set.delayMillis(), () -> {
                    if (timers.getOrDefault(set.timer(), -1L) == mine) {
                        step(new ReplicaInput.Ordering(
                                new Input.TimerFired(set.timer(), set.view())));
                    }
                });
            }
            case Effect.RequestPayload request -> later(1, () -> step(
                    new ReplicaInput.Commands(request.view(), request.parent().digest(),
                            lab.commands(request.view().number()))));
            case Effect.Execute(Height height, var block) -> later(1, () -> step(
                    new ReplicaInput.BlockRead(height, body(block.digest()).orElseThrow())));
            case Effect.ServeBlocks serve -> {
                BlockResponse response = BlockResponse.to(serve.request(), this::body);
                if (!response.bodies().isEmpty()) {
                    lab.deliver(node, serve.to().index(), response);
                }
            }
            case Effect.Tell tell -> { }
        }
    }

    private Optional<Body> body(Digest digest) {
        return Optional.ofNullable(bodies.get(digest));
    }
}
