package org.quittance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.models.ModelResults;
import org.quittance.report.story.SampleMarket;
import org.quittance.report.story.SettlementStory;
import org.quittance.report.story.SystemStory;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;

class JudgeTest {

    @Test
    void modelsPassIfAllAreAsRegistered() {
        assertThat(Judge.models(Samples.models(Samples.check("MCOne", true))))
                .isEqualTo(new Phase("Models", Status.PASSED,
                        "1 of 1 model as registered, 1,234 distinct states"));
    }

    @Test
    void noModelsFail() {
        assertThat(Judge.models(Samples.models()).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void oneModelThatDiffersFailsAndIsNamed() {
        Phase phase = Judge.models(
                Samples.models(Samples.check("MCOne", true), Samples.check("MCBad", false)));

        assertThat(phase.status()).isEqualTo(Status.FAILED);
        assertThat(phase.summary()).contains("1 of 2 models", "MCBad: violates Agreement");
    }

    @Test
    void modelThatWasNotRunFails() {
        ModelResults one = Samples.models(Samples.check("MCOne", true));
        ModelResults results = new ModelResults(one.format(), one.kind(), one.selection(),
                one.tool(), one.started(), one.seconds(), true, one.checks(), List.of(),
                List.of(new ModelResults.NotRun("MCTwo", "Voting", "3 views", "no TLC")),
                List.of());

        assertThat(Judge.models(results).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void problemOutsideAnyModelFailsAndIsNamed() {
        ModelResults one = Samples.models(Samples.check("MCOne", true));
        ModelResults results = new ModelResults(one.format(), one.kind(), one.selection(),
                one.tool(), one.started(), one.seconds(), false, one.checks(), List.of(), List.of(),
                List.of("MCThree.cfg is not registered"));

        assertThat(Judge.models(results).status()).isEqualTo(Status.FAILED);
        assertThat(Judge.models(results).summary()).contains("MCThree.cfg is not registered");
    }

    @Test
    void simulationPassesWithBlocksAtAll() {
        assertThat(Judge.simulation(Samples.simulation(Map.of(0, 5L, 1, 4L), null)).summary())
                .startsWith("4 blocks final");
    }

    @Test
    void simulationFailsWithoutBlocksOrWithAViolation() {
        assertThat(Judge.simulation(Samples.simulation(Map.of(0, 5L, 1, 0L), null)).status())
                .isEqualTo(Status.FAILED);
        assertThat(Judge.simulation(Samples.simulation(Map.of(), null)).status())
                .isEqualTo(Status.FAILED);
        assertThat(Judge.simulation(Samples.simulation(Map.of(0, 5L), "Agreement")).status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void acceptedTracePasses() {
        Phase phase = Judge.trace(
                Samples.check(Samples.accepted(100, Samples.allActions()), null));

        assertThat(phase.status()).isEqualTo(Status.PASSED);
        assertThat(phase.summary()).isEqualTo("100 events accepted, both ways");
    }

    @Test
    void noEventsFail() {
        assertThat(Judge.trace(Samples.check(Samples.accepted(0, Map.of()), null)).status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void rejectedTraceAndFailedToolFailAndSaySo() {
        Phase rejected = Judge.trace(Samples.check(Samples.rejected(100, 40), null));
        Phase failed = Judge.trace(Samples.check(Samples.failed("TLC ran out of memory"), null));

        assertThat(rejected.status()).isEqualTo(Status.FAILED);
        assertThat(rejected.summary()).contains("rejected at event 40 of 100");
        assertThat(failed.status()).isEqualTo(Status.FAILED);
        assertThat(failed.summary()).contains("tool failed", "TLC ran out of memory");
    }

    @Test
    void oneWayAloneFails() {
        ValidationResult both = Samples.accepted(100, Samples.allActions());
        ValidationResult one = new ValidationResult(both.format(), both.version(), both.verdict(),
                both.file(), both.spec(), both.commit(), both.seed(), both.events(), both.states(), 0,
                both.actions(), both.nodes(), both.engines().subList(0, 1), null, null);

        assertThat(Judge.trace(Samples.check(one, null)).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void waysThatDisagreeFail() {
        ValidationResult both = Samples.accepted(100, Samples.allActions());
        ValidationResult other = new ValidationResult(both.format(), both.version(), both.verdict(),
                both.file(), both.spec(), both.commit(), both.seed(), both.events(), both.states(), 0,
                both.actions(), both.nodes(), List.of(both.engines().getFirst(),
                        Samples.engine("stream", Verdict.ACCEPTED, 99)), null, null);

        assertThat(Judge.trace(Samples.check(other, null)).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void controlPassesIfRejectedAtTheBrokenEvent() {
        assertThat(Judge.control(Samples.check(Samples.rejected(100, 40), 40)).status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void controlFailsIfAcceptedOrRejectedElsewhere() {
        Phase accepted =
                Judge.control(Samples.check(Samples.accepted(100, Samples.allActions()), 40));
        Phase elsewhere = Judge.control(Samples.check(Samples.rejected(100, 39), 40));

        assertThat(accepted.status()).isEqualTo(Status.FAILED);
        assertThat(accepted.summary()).contains("must be rejected at event 40");
        assertThat(elsewhere.status()).isEqualTo(Status.FAILED);
    }

    @Test
    void coverageNamesEachActionThatIsMissing() {
        Map<String, Integer> actions = Samples.allActions();
        actions.remove("Crash");
        actions.put("Commit", 0);
        Phase phase = Judge.coverage(Samples.accepted(100, actions));

        assertThat(phase.status()).isEqualTo(Status.FAILED);
        assertThat(phase.summary()).isEqualTo("no accepted event took Commit, Crash");
        assertThat(Judge.coverage(Samples.accepted(100, Samples.allActions())).status())
                .isEqualTo(Status.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAILED", "NOT_RUN"})
    void oneBadPhaseAmongGoodOnesIsFail(String status) {
        Phase good = new Phase("Models", Status.PASSED, "");
        Phase bad = new Phase("Simulation", Status.valueOf(status), "");

        assertThat(report(List.of(good, good)).isPass()).isTrue();
        assertThat(report(List.of(good, bad)).isPass()).isFalse();
        assertThat(report(List.of(bad, good)).isPass()).isFalse();
        assertThat(report(List.of()).isPass()).isFalse();
    }

    @Test
    void whatWasLeftOutDoesNotCount() {
        Report report = new Report("demo", List.of(new Phase("Models", Status.PASSED, "")),
                List.of(), List.of(), null, null, null, null, List.of("Apalache"));

        assertThat(report.isPass()).isTrue();
    }

    @Test
    void marketMustHaveHadAllThatTheDemoIsToShow(@TempDir Path folder) throws Exception {
        SettlementStory story = SettlementStory.read(SampleMarket.REAL);
        SystemStory replicas = SystemStory.read(
                SampleMarket.quittances().write(folder.resolve("quittances.ndjson")));

        assertThat(Judge.market(story, replicas)).isEqualTo(new Phase(Judge.MARKET, Status.FAILED,
                "the run had no slashings"));
        assertThat(Judge.market(story, null).summary()).endsWith("no slashings, no quittances");
        Phase eventful = Judge.market(SettlementStory.read(
                eventful(folder.resolve("eventful.ndjson"))), replicas);
        assertThat(eventful.status()).isEqualTo(Status.PASSED);
        assertThat(eventful.summary()).contains("liquidations: 3", "slashings: 1", "quittances: 2");
    }

    /** The real trace, and an evidence that convicts validator 0. */
    private static Path eventful(Path file) throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(SampleMarket.REAL));
        lines.add("{\"node\":0,\"seq\":0,\"cause\":{},\"time\":0,\"action\":\"Slash\",\"args\":"
                + "{\"validator\":0,\"kind\":\"vote\",\"at\":1},\"post\":{}}");
        return Files.write(file, lines);
    }

    private static Report report(List<Phase> phases) {
        return new Report("demo", phases, List.of(), List.of(), null, null, null, null, List.of());
    }
}
