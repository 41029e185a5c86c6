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
import org.quittance.trace.ValidationResult;

class DemoTest {

    private static final int EVENTS = SampleRun.everyAction().events();
    private static final int BROKEN = 13;

    @TempDir private Path folder;

    private final List<String> progress = new ArrayList<>();
    private Fake fake;

    /** Tools that do as they are told. */
    private static final class Fake implements Demo.Tools {
        private ModelResults models = Samples.models(Samples.check("MCOne", true));
        private IOException modelsFailure;
        private SimulatorRun run;
        private ValidationResult trace = Samples.accepted(EVENTS, Samples.allActions());
        private ValidationResult control = Samples.rejected(EVENTS, BROKEN);
        private final List<String> validated = new ArrayList<>();

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
        public ValidationResult validate(Path file) {
            validated.add(String.valueOf(file.getFileName()));
            return validated.size() == 1 ? trace : control;
        }
    }

    @BeforeEach
    void prepare() throws IOException {
        fake = new Fake();
        fake.run = new SimulatorRun(
                SampleRun.everyAction().write(folder.resolve("run.ndjson")),
                Files.writeString(folder.resolve("run.json"), "{\"scenario\":\"demo\",\"seed\":7,"
                        + "\"result\":\"ok\",\"weights\":[1,1,1,1],"
                        + "\"byzantine\":{\"3\":[\"twin\"]},\"faults\":[],"
                        + "\"evidence\":{\"3\":[1]}}"),
                0.3);
    }

    @Test
    void everythingAsItMustIsPass() throws Exception {
        Report report = run();

        assertThat(report.phases()).extracting(Phase::status)
                .containsOnly(Status.PASSED).hasSize(5);
        assertThat(report.isPass()).isTrue();
        assertThat(fake.validated).containsExactly("run.ndjson", "broken.ndjson");
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

    private Report run() throws InterruptedException {
        return new Demo(fake, folder, progress::add).run();
    }

    private static Phase phase(Report report, String name) {
        return report.phases().stream().filter(phase -> phase.name().equals(name)).findFirst()
                .orElseThrow();
    }
}
