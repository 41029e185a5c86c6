package org.quittance.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.quittance.core.base.Digest;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.commit.Commitment;

/**
 * What a block costs besides its commands. The accounts hold what they got from {@value #BEFORE}
 * commands.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BlockBenchmark {

    static final int BEFORE = 600_000;

    private static final long SEED = 20_260_102;
    private static final long MOVE = 50;

    @Param({"1000"})
    int series;

    @Param({"100000"})
    int accounts;

    /** How many commands come before; fewer only to see whether a benchmark runs. */
    @Param("" + BEFORE)
    int commands;

    private Market market;
    private Genesis genesis;
    private Flow flow;

    /** Draws a flow that is long enough for the commands before and many blocks. */
    @Setup(Level.Trial)
    public void draw() {
        market = new Market(series, accounts);
        genesis = QuittanceEngine.genesis(market);
        flow = FlowGenerator.generate(market, 2 * commands, SEED);
    }

    private QuittanceEngine traded(QuittanceEngine.Script script) {
        QuittanceEngine engine = QuittanceEngine.start(market, genesis);
        engine.run(script, 0, commands);
        return engine;
    }

    /** Accounts with positions, and a price that moves with each block. */
    @State(Scope.Thread)
    public static class Positions {

        private QuittanceEngine engine;
        private boolean up;

        /** Trades. */
        @Setup(Level.Trial)
        public void trade(BlockBenchmark shared) {
            engine = shared.traded(QuittanceEngine.Script.of(shared.flow, shared.genesis));
        }

        /** Brings a price, so that all margins are new. */
        @Setup(Level.Invocation)
        public void report() {
            up = !up;
            engine.report(Market.PRICE + (up ? MOVE : 0));
        }
    }

    /** A committed state that some commands changed. */
    @State(Scope.Thread)
    public static class Changed {

        /** How many commands were executed since the last root. */
        @Param({"1000", "10000"})
        int block;

        private QuittanceEngine.Script script;
        private QuittanceEngine engine;
        private Commitment commitment;
        private int next;

        /** Makes the commands. */
        @Setup(Level.Trial)
        public void prepare(BlockBenchmark shared) {
            script = QuittanceEngine.Script.of(shared.flow, shared.genesis);
            next = shared.flow.length();
        }

        /** Executes a block's commands, in a new engine when the old one has executed all. */
        @Setup(Level.Invocation)
        public void execute(BlockBenchmark shared) {
            if (next + block > shared.flow.length()) {
                engine = shared.traded(script);
                commitment = new Commitment(engine.settlement().state().ledger());
                next = shared.commands;
            }
            engine.run(script, next, next + block);
            next += block;
        }
    }

    /** The end of a block with a new price: every account's margin is looked at. */
    @Benchmark
    public long sweep(Positions positions) {
        positions.engine.settlement().endBlock();
        return positions.engine.settlement().height();
    }

    /** The state root after a block's commands. */
    @Benchmark
    public Digest root(Changed changed) {
        return changed.commitment.trie().root();
    }
}
