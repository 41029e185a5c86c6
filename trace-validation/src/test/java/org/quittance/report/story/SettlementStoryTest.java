package org.quittance.report.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.report.story.SettlementStory.Block;
import org.quittance.report.story.SettlementStory.Call;
import org.quittance.report.story.SettlementStory.Clear;
import org.quittance.report.story.SettlementStory.Side;
import org.quittance.report.story.SettlementStory.Slashing;
import org.quittance.report.story.SettlementStory.Step;
import org.quittance.report.story.SettlementStory.Trade;
import org.quittance.report.story.SettlementStory.Withdrawal;

class SettlementStoryTest {

    @TempDir private Path folder;

    @Test
    void blocksHavePricesCandidatesAndModes() throws Exception {
        List<Block> blocks = everything().blocks();

        assertThat(blocks).hasSize(3);
        assertThat(blocks.get(0)).isEqualTo(new Block(1, new TreeMap<>(Map.of(0, 100L)), true, 100,
                0, false, false, true, new TreeMap<>()));
        assertThat(blocks.get(1).candidate()).isEqualTo(150);
        assertThat(blocks.get(1).stale()).isFalse();
        assertThat(blocks.get(1).reports()).isEmpty();
        assertThat(blocks.get(2)).isEqualTo(new Block(3, new TreeMap<>(), true, 150, 0, true,
                false, false, new TreeMap<>(Map.of(1, 150L))));
    }

    @Test
    void fillSaysWhoBoughtHowMuchOfWhom() throws Exception {
        assertThat(everything().trades())
                .containsExactly(new Trade(2, 1, 4, 5, 10, 4, true, 1, 2));
        assertThat(everything().contracts()).containsEntry(1, "call at 100, group 1");
    }

    @Test
    void flagComesWithCashAndMargin() throws Exception {
        SettlementStory story = everything();

        // A band of 10 % around 150: at 165 four calls at 100 cost 4 * 65.
        assertThat(story.calls())
                .containsExactly(new Call(3, Step.FLAGGED, 5, 100, 260, -1, 100));
        assertThat(story.health()).containsOnlyKeys(5);
        assertThat(story.health().get(5)).extracting(SettlementStory.Health::margin)
                .containsExactly(0L, 40L, 0L);
    }

    @Test
    void clearingSaysWhoPaidAndWhoWentWithout() throws Exception {
        List<Clear> clears = everything().clears();

        assertThat(clears).hasSize(1);
        Clear clear = clears.getFirst();
        assertThat(clear.sides()).containsExactly(
                new Side(4, new TreeMap<>(Map.of(1, 4L)), 200, 105, 0, 0, 0),
                new Side(5, new TreeMap<>(Map.of(1, -4L)), -200, -100, 0, 0, 0));
        assertThat(clear.owed()).isEqualTo(200);
        assertThat(clear.fromCash()).isEqualTo(100);
        assertThat(clear.fromFund()).isEqualTo(5);
        assertThat(clear.haircut()).isEqualTo(95);
    }

    /** Account 5 owes 200 and has 100; it has asked for 30, and for 120 of which 70 are needed. */
    @Test
    void whatComesBackFromWithdrawalsIsPaidAfterCash() throws Exception {
        String asked = "{'account':5,'amount':%d,'status':'%s','requested':2,'approvals':[],"
                + "'approved':0}";
        SettlementStory story = story(SampleMarket.empty()
                .did("ListSeries", "{'series':1}", "{'series':{'1':{'strike':100,"
                        + "'right':'CALL','group':1}},'groups':{'1':{'expiry':3,"
                        + "'status':'EXPIRED','observed':[150]}}}")
                .did("Sample", "{}", "{'cash':{'4':0,'5':100},'position':{'4':{'1':4},"
                        + "'5':{'1':-4}},'withdrawals':{'1':" + asked.formatted(30, "PENDING")
                        + ",'2':" + asked.formatted(120, "PENDING") + "}}")
                .did("SettleGroup", "{'group':1}", "{'cash':{'4':200,'5':50},'position':"
                        + "{'4':{'1':0},'5':{'1':0}},'withdrawals':{'1':"
                        + asked.formatted(30, "VOID") + ",'2':" + asked.formatted(120, "VOID")
                        + "}}"));

        Clear clear = story.clears().getFirst();
        assertThat(clear.sides().getLast()).isEqualTo(
                new Side(5, new TreeMap<>(Map.of(1, -4L)), -200, -100, -100, 0, 0));
        assertThat(clear.fromCash()).isEqualTo(100);
        assertThat(clear.fromWithdrawals()).isEqualTo(100);
        assertThat(clear.fromFund()).isZero();
        assertThat(story.withdrawals()).extracting(Withdrawal::status)
                .containsExactly("OWED", "OWED");
    }

    @Test
    void withdrawalAndSlashingHaveTheirCourse() throws Exception {
        SettlementStory story = everything();

        assertThat(story.withdrawals()).containsExactly(new Withdrawal(
                1, 4, 60, 2, new TreeMap<>(Map.of(2, 3)), 3, 4, "EXECUTED", 3));
        assertThat(story.slashings())
                .containsExactly(new Slashing(2, 1, "vote", 7, 50, 0, 5, 0));
        assertThat(story.refusals()).containsExactly(Map.entry("HALTED", 1));
    }

    /** A run of the machine itself: what is worked out here must agree with what it did. */
    @Test
    void agreesWithTheMachine() throws Exception {
        SettlementStory story = SettlementStory.read(SampleMarket.REAL);

        assertThat(story.calls()).extracting(Call::step).contains(Step.values());
        assertThat(story.calls()).allSatisfy(call -> {
            if (call.step() == Step.UNFLAGGED) {
                assertThat(call.cash()).isGreaterThanOrEqualTo(call.margin());
            } else if (call.step() != Step.TAKEN_OVER) {
                assertThat(call.cash()).isLessThan(call.margin());
            }
        });
        assertThat(story.clears()).allSatisfy(clear -> assertThat(
                clear.sides().stream().mapToLong(Side::claim).sum()).isZero());
        assertThat(story.clears().stream().map(Clear::fromFund)).isEqualTo(drawn());
        assertThat(story.clears()).anyMatch(clear -> clear.haircut() > 0)
                .anyMatch(clear -> clear.fromStake() > 0);
        assertThat(story.trades()).hasSize(story.count("Fill")).isNotEmpty();
        assertThat(story.blocks()).hasSize(story.count("EndBlock"));
    }

    /** By how much the insurance fund shrank with each clearing, straight from the file. */
    private static List<Long> drawn() throws IOException {
        List<Long> drawn = new ArrayList<>();
        long fund = 0;
        for (String line : Files.readAllLines(SampleMarket.REAL)) {
            JsonNode event = new ObjectMapper().readTree(line);
            JsonNode after = event.path("post").path("insuranceFund");
            if (event.path("action").asText().matches("SettleGroup|Deleverage")) {
                drawn.add(fund - after.asLong());
            }
            fund = after.asLong(fund);
        }
        return drawn;
    }

    @Test
    void saysInWhichLineWhatIsWrong() throws Exception {
        assertThatThrownBy(() -> story(SampleMarket.quittances()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 1: not the header of a trace of the spec Settlement,"
                        + " but of System");
        assertThatThrownBy(() -> story(SampleMarket.empty().did("Fill", "{'maker':3}", "{}")))
                .hasMessageContaining("line 2: there is no order 3");
        assertThatThrownBy(() -> story(SampleMarket.empty().did("Report", "{'price':1}", "{}")))
                .hasMessageContaining("line 2: \"validator\" must be a small whole number");
        assertThatThrownBy(() -> story(SampleMarket.empty().did("Rest", "7", "{}")))
                .hasMessageContaining("line 2: \"args\" must be an object");
        assertThatThrownBy(() -> story(SampleMarket.empty()
                .did("Deposit", "{}", "{'cash':{'x':1}}")))
                .hasMessageContaining("\"cash\" has a key that is no number: x");
        assertThatThrownBy(() -> story(SampleMarket.empty()
                .did("SettleGroup", "{'group':2}", "{}")))
                .hasMessageContaining("group 2 is settled, but has no price");
        Path file = Files.writeString(folder.resolve("odd.ndjson"), "{}\nodd\n");
        assertThatThrownBy(() -> SettlementStory.read(file))
                .isInstanceOf(IOException.class).hasMessageContaining("line 2: not JSON");
        Files.writeString(file, "");
        assertThatThrownBy(() -> SettlementStory.read(file)).hasMessageContaining("empty");
    }

    private SettlementStory everything() throws IOException {
        return story(SampleMarket.everything());
    }

    private SettlementStory story(SampleMarket market) throws IOException {
        return SettlementStory.read(market.write(folder.resolve("made-up.ndjson")));
    }
}
