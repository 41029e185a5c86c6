package org.quittance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.models.ModelResults;
import org.quittance.report.story.SampleMarket;
import org.quittance.trace.ValidationResult;

class DemoTest {

    private static final int EVENTS = SampleRun.everyAction().events();
    private static final int BROKEN = 13;
    private static final int BROKEN_TRADE = 11;
    private static final int BROKEN_QUITTANCE = 8;

    @TempDir private Path folder;

    private final List<String> progress = new ArrayList<>();
    private Fake fake;

    /** Tools that do as they are told. */
    private static final class Fake implements Demo.Tools {
        private ModelResults models = Samples.models(Samples.check("MCOne", true));
        private IOException modelsFailure;
        private SimulatorRun run;
        private SimulatorRun market;
        private ValidationResult trace = Samples.accepted(EVENTS, Samples.allActions());
        private ValidationResult control = Samples.rejected(EVENTS, BROKEN);
        private ValidationResult settlementControl = Samples.rejected(EVENTS, BROKEN_TRADE);
        private String left = "";
        private final List<String> validated = new ArrayList<>();

        @Override
        public String leftOut() {
            return left;
        }

        @Override
        public ModelResults models(Consumer<String> told) throws IOException {
            if (modelsFailure != null) {
                throw modelsFailure;
            }
            return models;
        }

        @Override
        public SimulatorRun simulate() throws IOException {
            if (run == null) {
                throw new IOException("the simulator broke off");
            }
            return run;
        }

        @Override
        public SimulatorRun market() throws IOException {
            if (market == null) {
                throw new IOException("there is no such scenario");
            }
            return market;
        }

        @Override
        public ValidationResult validate(Path file) {
            String name = String.valueOf(file.getFileName());
            validated.add(name);
            return switch (name) {
                case "run.ndjson" -> trace;
                case "broken.ndjson" -> control;
                case "broken-settlement.ndjson" -> settlementControl;
                case "broken-system.ndjson" -> Samples.rejected(EVENTS, BROKEN_QUITTANCE);
                default -> Samples.accepted(EVENTS, Samples.allActions());
            };
        }
    }

    @BeforeEach
    void prepare() throws IOException {
        fake = new Fake();
        fake.run = new SimulatorRun(
                SampleRun.everyAction().write(folder.resolve("run.ndjson")),
                market(),
                SampleMarket.quittances().write(folder.resolve("run.system.ndjson")),
                Files.writeString(folder.resolve("run.json"), "{\"scenario\":\"demo\",\"seed\":7,"
                        + "\"result\":\"ok\",\"weights\":[1,1,1,1],"
                        + "\"byzantine\":{\"3\":[\"twin\"]},\"faults\":[],"
                        + "\"evidence\":{\"3\":[1]}}"),
                0.3);
    }

    /** The made-up market, with a liquidation besides. */
    private Path market() throws IOException {
        return SampleMarket.everything().takenOver().write(folder.resolve("run.settlement.ndjson"));
    }

    @Test
    void everythingAsItMustIsPass() throws Exception {
        Report report = run();

        assertThat(report.phases()).extracting(Phase::status)
                .containsOnly(Status.PASSED).hasSize(10);
        assertThat(report.isPass()).isTrue();
        assertThat(fake.validated).containsExactly("run.ndjson",
                "run.settlement.ndjson", "run.system.ndjson", "broken.ndjson",
                "broken-settlement.ndjson", "broken-system.ndjson");
        assertThat(report.control().expectedRejection()).isEqualTo(BROKEN);
        assertThat(progress).anyMatch(line -> line.startsWith("[1/4]"))
                .anyMatch(line -> line.startsWith("[4/4]"));
    }

    @Test
    void modelsThatCannotBeRunFailAndTheRestGoesOn() throws Exception {
        fake.modelsFailure = new IOException("no TLC here");

        Report report = run();

        assertThat(report.isPass()).isFalse();
        assertThat(phase(report, Judge.MODELS))
                .isEqualTo(new Phase(Judge.MODELS, Status.FAILED, "no TLC here"));
        assertThat(phase(report, Judge.CONTROL).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void modelThatDiffersFails() throws Exception {
        fake.models = Samples.models(Samples.check("MCBad", false));

        assertThat(run().isPass()).isFalse();
    }

    @Test
    void simulatorThatBreaksOffLeavesItsDependantsNotRun() throws Exception {
        fake.run = null;

        Report report = run();

        assertThat(report.isPass()).isFalse();
        assertThat(phase(report, Judge.MODELS).status()).isEqualTo(Status.PASSED);
        assertThat(phase(report, Judge.SIMULATION).status()).isEqualTo(Status.FAILED);
        assertThat(List.of(Judge.TRACE, Judge.CONTROL, Judge.COVERAGE)).allSatisfy(name ->
                assertThat(phase(report, name).status()).isEqualTo(Status.NOT_RUN));
        assertThat(fake.validated).isEmpty();
    }

    @Test
    void violationFailsAndItsTraceIsStillValidated() throws Exception {
        Files.writeString(fake.run.summary(), "{\"scenario\":\"demo\",\"seed\":7,"
                + "\"result\":\"violation\",\"violated\":\"Agreement\",\"detail\":\"two chains\"}");

        Report report = run();

        assertThat(phase(report, Judge.SIMULATION).summary())
                .isEqualTo("violated Agreement: two chains");
        assertThat(phase(report, Judge.TRACE).status()).isEqualTo(Status.PASSED);
        assertThat(report.isPass()).isFalse();
    }

    @Test
    void rejectedTraceFailsAndLeavesTheControlNotRun() throws Exception {
        fake.trace = Samples.rejected(EVENTS, 5);

        Report report = run();

        assertThat(phase(report, Judge.TRACE).status()).isEqualTo(Status.FAILED);
        assertThat(phase(report, Judge.CONTROL).status()).isEqualTo(Status.NOT_RUN);
        assertThat(phase(report, Judge.COVERAGE).status()).isEqualTo(Status.NOT_RUN);
        assertThat(report.isPass()).isFalse();
    }

    @Test
    void brokenCopyThatIsAcceptedFails() throws Exception {
        fake.control = Samples.accepted(EVENTS, Samples.allActions());

        Report report = run();

        assertThat(phase(report, Judge.CONTROL).status()).isEqualTo(Status.FAILED);
        assertThat(report.isPass()).isFalse();
    }

    @Test
    void emptyTraceFails() throws Exception {
        new SampleRun().write(fake.run.trace());
        fake.trace = Samples.accepted(0, Samples.allActions());

        Report report = run();

        assertThat(phase(report, Judge.SIMULATION).status()).isEqualTo(Status.FAILED);
        assertThat(phase(report, Judge.TRACE).status()).isEqualTo(Status.FAILED);
        assertThat(phase(report, Judge.CONTROL).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void marketOfARunOfItsOwnIsJudgedWithThatRun() throws Exception {
        fake.market = fake.run;
        fake.run = new SimulatorRun(fake.run.trace(), null, null, fake.run.summary(), 0.3);
        assertThat(run().isPass()).isTrue();

        fake.market = new SimulatorRun(fake.run.trace(), fake.market.settlement(),
                fake.market.system(), Files.writeString(folder.resolve("bad.json"),
                        "{\"result\":\"violation\",\"violated\":\"S1_Conservation\"}"), 0.3);
        assertThat(phase(run(), Judge.MARKET_SIMULATION).summary())
                .startsWith("violated S1_Conservation");
    }

    @Test
    void simulatorWithoutAMarketLeavesItNotRun() throws Exception {
        fake.run = new SimulatorRun(fake.run.trace(), null, null, fake.run.summary(), 0.3);
        fake.market = fake.run;

        Report report = run();

        assertThat(List.of(Judge.MARKET, Judge.SETTLEMENT, Judge.SYSTEM, Judge.SETTLEMENT_CONTROL,
                Judge.SYSTEM_CONTROL)).allSatisfy(name ->
                assertThat(phase(report, name).status()).isEqualTo(Status.NOT_RUN));
        assertThat(report.word()).isEqualTo("INCOMPLETE");
        assertThat(report.settling().absent()).contains("no settlement trace");
    }

    @Test
    void marketInWhichTooLittleHappensFails() throws Exception {
        SampleMarket.everything().write(fake.run.settlement());

        Report report = run();

        assertThat(phase(report, Judge.MARKET).summary()).isEqualTo("the run had no liquidations");
        assertThat(report.isPass()).isFalse();
    }

    @Test
    void settlementTraceThatMakesNoSenseFails() throws Exception {
        Files.writeString(fake.run.settlement(), "nonsense");

        assertThat(phase(run(), Judge.MARKET).summary()).contains("line 1: not JSON");
    }

    @Test
    void brokenSettlementTraceThatIsAcceptedFails() throws Exception {
        fake.settlementControl = Samples.accepted(EVENTS, Samples.allActions());

        Report report = run();

        assertThat(phase(report, Judge.SETTLEMENT_CONTROL).status()).isEqualTo(Status.FAILED);
        assertThat(phase(report, Judge.CONTROL).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void saysWhichModelsItLeavesOut() throws Exception {
        fake.left = "this runs 3 of the 4 everyday models; make specs runs all";

        assertThat(run().notRun()).first().isEqualTo(fake.left);
        assertThat(progress).anyMatch(line -> line.contains("3 of the 4 everyday models"));
    }

    private Report run() throws InterruptedException {
        return new Demo(fake, folder, progress::add).run();
    }

    private static Phase phase(Report report, String name) {
        return report.phases().stream().filter(phase -> phase.name().equals(name)).findFirst()
                .orElseThrow();
    }
}
