package org.quittance.bench;

import exchange.core2.core.common.api.ApiCommand;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.quittance.core.settlement.Genesis;

/**
 * Places, cancels and matches with margin checks: one flow for all engines. An invocation executes
 * the last {@value #TIMED} commands of it, the first {@value #BEFORE} fill the books and are not
 * timed. Afterwards each engine must have traded and kept what the generator says.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CommandsBenchmark {

    static final int BEFORE = 100_000;
    static final int TIMED = 200_000;

    private static final long SEED = 20_260_101;

    @Param({"1", "100", "1000"})
    int series;

    @Param({"1000", "100000"})
    int accounts;

    /** How many commands there are in all; fewer only to see whether a benchmark runs. */
    @Param("" + (BEFORE + TIMED))
    int commands;

    /** The flow of a trial. */
    Flow flow;
    Market market;

    /** Draws the flow. */
    @Setup(Level.Trial)
    public void draw() {
        market = new Market(series, accounts);
        flow = FlowGenerator.generate(market, commands, SEED);
    }

    int before() {
        return commands / 3;
    }

    /** Fails if something is not what the generator's own books say. */
    static void check(String what, long is, long shouldBe) {
        if (is != shouldBe) {
            throw new IllegalStateException(what + " is " + is + ", but should be " + shouldBe);
        }
    }

    /** Our core. */
    @State(Scope.Thread)
    public static class Ours {

        private Genesis genesis;
        private QuittanceEngine.Script script;
        private QuittanceEngine engine;

        /** Makes the commands. */
        @Setup(Level.Trial)
        public void prepare(CommandsBenchmark shared) {
            genesis = QuittanceEngine.genesis(shared.market);
            script = QuittanceEngine.Script.of(shared.flow, genesis);
        }

        /** Starts anew, and fills the books. */
        @Setup(Level.Invocation)
        public void start(CommandsBenchmark shared) {
            engine = QuittanceEngine.start(shared.market, genesis);
            engine.run(script, 0, shared.before());
        }

        /** Checks what was done. */
        @TearDown(Level.Invocation)
        public void check(CommandsBenchmark shared) {
            CommandsBenchmark.check("money moved", engine.moved(), shared.flow.moved());
            CommandsBenchmark.check("resting", engine.resting(), shared.flow.resting());
        }
    }

    /** exchange-core on one thread. */
    @State(Scope.Thread)
    public static class Inline {

        private ExchangeCoreInline engine;

        /** Starts anew, and fills the books. */
        @Setup(Level.Invocation)
        public void start(CommandsBenchmark shared) {
            engine = new ExchangeCoreInline(shared.market);
            engine.run(shared.flow, 0, shared.before());
        }

        /** Checks what was done. */
        @TearDown(Level.Invocation)
        public void check(CommandsBenchmark shared) {
            CommandsBenchmark.check("fills", engine.fills(), shared.flow.fills());
            CommandsBenchmark.check("contracts", engine.contracts(), shared.flow.contracts());
            CommandsBenchmark.check("resting", engine.resting(), shared.flow.resting());
        }
    }

    /** exchange-core with its threads. */
    @State(Scope.Thread)
    public static class Pipeline {

        private ExchangeCorePipeline engine;
        private List<ApiCommand> script;

        /** Starts the threads, and makes the commands. */
        @Setup(Level.Trial)
        public void prepare(CommandsBenchmark shared) {
            engine = new ExchangeCorePipeline();
            script = ExchangeCorePipeline.script(shared.flow);
        }

        /** Starts anew, and fills the books. */
        @Setup(Level.Invocation)
        public void start(CommandsBenchmark shared) {
            engine.reset(shared.market);
            engine.run(script, 0, shared.before());
        }

        /** Checks what was done. */
        @TearDown(Level.Invocation)
        public void check(CommandsBenchmark shared) {
            CommandsBenchmark.check("failures", engine.failures(), 0);
            CommandsBenchmark.check("fills", engine.fills(), shared.flow.fills());
            CommandsBenchmark.check("contracts", engine.contracts(), shared.flow.contracts());
        }

        /** Stops the threads. */
        @TearDown(Level.Trial)
        public void stop() {
            engine.close();
        }
    }

    /** Our core, on one thread. */
    @Benchmark
    @OperationsPerInvocation(TIMED)
    public void quittance(Ours ours) {
        ours.engine.run(ours.script, before(), commands);
    }

    /** exchange-core's risk engine and order books, on one thread. */
    @Benchmark
    @OperationsPerInvocation(TIMED)
    public void exchangeCoreInline(Inline inline) {
        inline.engine.run(flow, before(), commands);
    }

    /** exchange-core as it is shipped, on several threads. */
    @Benchmark
    @OperationsPerInvocation(TIMED)
    public void exchangeCorePipeline(Pipeline pipeline) {
        pipeline.engine.run(pipeline.script, before(), commands);
    }
}
