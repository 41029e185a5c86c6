package org.quittance.sim.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Bytes;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.Event;
import org.quittance.core.settlement.EventSink;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.Settlement;
import org.quittance.core.settlement.Signers;
import org.quittance.core.settlement.commit.Commitment;
import org.quittance.core.settlement.commit.Restoring;
import org.quittance.core.settlement.commit.Snapshot;
import org.quittance.core.trace.SettlementTraceFormat;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;
import org.quittance.sim.check.settlement.Checker.Comparison;
import org.quittance.sim.check.settlement.Decision;
import org.quittance.sim.check.settlement.Picture;
import org.quittance.sim.check.settlement.SettlementCheckers;
import org.quittance.sim.check.settlement.Step;
import org.quittance.sim.host.Keys;
import org.quittance.sim.kernel.Rng;
import org.quittance.sim.scenario.SettlementScenario;
import org.quittance.sim.settlement.Crowd;
import org.quittance.sim.settlement.Instruction;
import org.quittance.sim.settlement.Keyring;
import org.quittance.sim.settlement.Play;

/**
 * A run of one settlement machine, without a network. All checkers look at every step; a second
 * machine executes the same, a third is restored from a snapshot somewhere on the way, and a fourth
 * executes everything once more in the end. A function of the
 * scenario.
 */
public final class SettlementRun {

    private record Copy(String way, Settlement machine, Commitment commitment) {

        static Copy of(String way, Settlement machine) {
            return new Copy(way, machine, new Commitment(machine.state().ledger()));
        }
    }

    /** There is one machine, that of the first replica. */
    private static final int NODE = 0;

    private record Executed(Command command, Signers signers) {}

    private record Block(long quitted, List<Executed> commands) {}

    private final Genesis genesis;
    private final Crowd crowd;
    private final Rng rng;
    private final SettlementCheckers checkers;
    private final Coverage coverage = new Coverage();
    private final @Nullable Consumer<String> sink;
    private final Copy watched;
    private final List<Copy> copies = new ArrayList<>();
    private final List<Block> log = new ArrayList<>();
    private final Watcher watcher;
    private long commands;

    private SettlementRun(SettlementScenario scenario, Options options) {
        Play play = scenario.play();
        Keyring keys = Keyring.of(scenario.seed());
        this.genesis = play.genesis(keys);
        this.rng = new Rng(scenario.seed()).split("settlement");
        this.crowd = play.crowd(keys, rng);
        this.checkers = new SettlementCheckers(genesis, play.faulty(), options.ignored());
        this.sink = options.settlementSink();
        this.watcher = new Watcher(checkers, coverage, sink, log);
        this.watched = Copy.of("that is watched", Settlement.genesis(genesis, watcher));
        copies.add(Copy.of("beside it", Settlement.genesis(genesis)));
        write(SettlementTraceFormat.header(Keys.CHAIN, genesis, options.commit(),
                scenario.name(), scenario.seed()));
    }

    /**
     * How a run ended.
     *
     * @param scenario what was run
     * @param violation what went wrong; null if nothing did
     * @param blocks executed to the end
     */
    public record Result(
            SettlementScenario scenario,
            Coverage coverage,
            @Nullable Violation violation,
            long blocks,
            long commands,
            long events) {}

    /** Runs a scenario to its end, or to the first violation. */
    public static Result run(SettlementScenario scenario, Options options) {
        SettlementRun run = new SettlementRun(scenario, options);
        Violation violation = null;
        try {
            run.run(scenario.blocks());
        } catch (Violation e) {
            violation = e;
        } catch (RuntimeException e) {
            violation = new Violation(Property.NO_FAILURE, "a step failed: " + e + " at "
                    + (e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "unknown"), e);
        }
        run.write(SettlementTraceFormat.end(NODE, run.watcher.events));
        return new Result(
                scenario, run.coverage, violation, run.log.size(), run.commands,
                run.watcher.events);
    }

    private void write(String line) {
        if (sink != null) {
            sink.accept(line);
        }
    }

    private void run(int blocks) {
        int restored = blocks < 2 ? 0 : 1 + rng.below(blocks - 1);
        for (int block = 0; block < blocks; block++) {
            if (block == restored) {
                copies.add(Copy.of("restored from a snapshot after block " + block,
                        restored(bytes(watched))));
            }
            block();
        }
        Copy replayed = Copy.of("replayed from the log", Settlement.genesis(genesis));
        log.forEach(block -> execute(replayed.machine(), block));
        compare(replayed);
    }

    private Settlement restored(Bytes snapshot) {
        try {
            return Settlement.restore(genesis, Restoring.restore(
                    Snapshot.decode(snapshot.toArray()), false, genesis.owners()), EventSink.NONE);
        } catch (MalformedException e) {
            throw new Violation(Property.S13_DETERMINISTIC,
                    "a snapshot can't be restored: " + e.getMessage(), e);
        }
    }

    private void block() {
        Settlement machine = watched.machine();
        long height = machine.height();
        long at = crowd.proves(height);
        long quitted = machine.quit(at) ? at : 0;
        List<Executed> executed = new ArrayList<>();
        int size = crowd.size(height);
        Bytes bytes = bytes(watched);
        for (int index = 0; index < size; index++) {
            Instruction next = crowd.next(index, machine.state());
            bytes = execute(next, bytes);
            executed.add(new Executed(next.command(), next.signers()));
        }
        machine.endBlock();
        log.add(new Block(quitted, executed));
        for (Copy copy : copies) {
            execute(copy.machine(), log.getLast());
            compare(copy);
        }
    }

    private Bytes execute(Instruction instruction, Bytes bytesBefore) {
        commands++;
        Picture before = checkers.picture();
        var outcome = watched.machine().execute(instruction.command(), instruction.signers());
        Bytes bytesAfter = bytes(watched);
        Decision decision = new Decision(instruction.command(), instruction.signers(),
                outcome.rejection(), before, checkers.picture(), bytesBefore, bytesAfter);
        coverage.decided(decision);
        checkers.decided(decision);
        crowd.answered(outcome.rejection());
        return bytesAfter;
    }

    private static void execute(Settlement machine, Block block) {
        if (block.quitted() > 0) {
            machine.quit(block.quitted());
        }
        block.commands().forEach(executed ->
                machine.execute(executed.command(), executed.signers()));
        machine.endBlock();
    }

    private void compare(Copy copy) {
        checkers.compared(new Comparison(copy.way(), watched.machine().height() - 1,
                watched.commitment().trie().root(), copy.commitment().trie().root(),
                bytes(watched), bytes(copy)));
    }

    private static Bytes bytes(Copy copy) {
        return Bytes.copyOf(copy.commitment().snapshot().encode());
    }

    /** Sees every step: tells the checkers, counts, and writes the trace. */
    private static final class Watcher implements EventSink {

        private final SettlementCheckers checkers;
        private final Coverage coverage;
        private final @Nullable Consumer<String> sink;
        private final List<Block> log;
        private long events;

        Watcher(
                SettlementCheckers checkers,
                Coverage coverage,
                @Nullable Consumer<String> sink,
                List<Block> log) {
            this.checkers = checkers;
            this.coverage = coverage;
            this.sink = sink;
            this.log = log;
        }

        @Override
        public void on(Event event) {
            Step step = checkers.stepped(event);
            coverage.stepped(step);
            if (sink != null) {
                sink.accept(SettlementTraceFormat.event(NODE, events, log.size(), event,
                        step.before().entries(), step.after().entries()));
            }
            events++;
        }
    }
}
