package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Entry;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.GroupStatus;
import org.quittance.core.settlement.state.Key;
import org.quittance.core.settlement.state.Oracle;
import org.quittance.core.settlement.state.Phase;
import org.quittance.core.settlement.state.Variable;

/** Validators 0 to 3 have a weight of 100 each; prices may move by 10 %, reports differ by 5 %. */
class CloseRoundTest {

    private final House house = new House();
    private final Oracle oracle = house.s.oracle();

    private House reports(long... prices) {
        for (int v = 0; v < prices.length; v++) {
            oracle.setReport(v, prices[v]);
        }
        return house.run(Phase.ORACLE);
    }

    @Test
    void theMedianBecomesThePrice() {
        house.atHeight(12);
        reports(103, 0, 99, 101);
        assertThat(oracle.price()).isEqualTo(101);
        assertThat(oracle.priceHeight()).isEqualTo(12);
        assertThat(oracle.candidate()).isZero();
        assertThat(oracle.round()).isEqualTo(2);
        assertThat(oracle.roundStart()).isEqualTo(13);
        assertThat(oracle.report(0)).isZero();
        assertThat(house.s.progress().phase()).isEqualTo(Phase.EXPIRY);
        assertThat(house.names()).containsExactly("CloseRound");
        assertThat(House.changed(house.only(Event.CloseRound.class))).containsExactly(
                Variable.PHASE, Variable.ROUND, Variable.REPORTS, Variable.PRICE,
                Variable.PRICE_HEIGHT, Variable.CANDIDATE, Variable.OUTLIERS,
                Variable.ROUND_START);
    }

    @Test
    void onlyReportsThatWereMadeAreTakenAway() {
        reports(103, 0, 99, 101);
        assertThat(house.only(Event.CloseRound.class).post().entries())
                .extracting(Entry::key)
                .filteredOn(key -> key.variable() == Variable.REPORTS)
                .extracting(Key::first).containsExactly(0L, 2L, 3L);
    }

    @Test
    void twoThirdsAreNotEnough() {
        house.s.validators().setWeight(3, 0);
        reports(100, 100);
        assertThat(house.names()).containsExactly("KeepRound");
        assertThat(oracle.report(0)).isEqualTo(100);
        house.s.validators().setWeight(0, 101);
        house.run(Phase.ORACLE);
        assertThat(house.names()).containsExactly("CloseRound");
    }

    @Test
    void noWeightAtAllIsNotEnough() {
        for (int v = 0; v < 4; v++) {
            house.s.validators().setWeight(v, 0);
        }
        reports(100, 100, 100, 100);
        assertThat(house.names()).containsExactly("KeepRound");
    }

    @Test
    void theConvictedAndLastingOutliersDontCount() {
        house.s.validators().jail(0);
        reports(100, 100, 100);
        assertThat(house.names()).containsExactly("KeepRound");
        oracle.setOutliers(1, 2);
        reports(1, 1, 100, 100);
        assertThat(house.names()).containsExactly("KeepRound");
        house.s.validators().setWeight(2, 300);
        house.s.validators().setWeight(3, 300);
        house.run(Phase.ORACLE);
        assertThat(oracle.price()).isEqualTo(100);
    }

    @Test
    void anOutlierOnceStillCounts() {
        oracle.setOutliers(3, 1);
        reports(0, 100, 100, 105);
        assertThat(house.names()).containsExactly("CloseRound");
    }

    @Test
    void outliersInARowAreCounted() {
        for (int v = 0; v < 4; v++) {
            oracle.setOutliers(v, 1);
        }
        // 5 % of 100 are in range, more are not, and who is silent stays what it was.
        reports(100, 105, 106, 0);
        assertThat(oracle.price()).isEqualTo(105);
        reports(100, 100, 95, 0);
        assertThat(oracle.price()).isEqualTo(100);
        assertThat(oracle.outliers(0)).isZero();
        assertThat(oracle.outliers(2)).isZero();
        assertThat(oracle.outliers(3)).isEqualTo(1);
        reports(100, 100, 94, 106);
        assertThat(oracle.outliers(2)).isEqualTo(1);
        assertThat(oracle.outliers(3)).isEqualTo(2);
        // It no longer counts, but is back in range, and so counts from the next round on.
        reports(100, 100, 100, 100);
        assertThat(oracle.outliers(3)).isZero();
    }

    @Test
    void theFirstPriceIsBelieved() {
        oracle.setPrice(0, 0);
        reports(500, 500, 500);
        assertThat(oracle.price()).isEqualTo(500);
    }

    @Test
    void aMoveUpToTheLimitIsBelieved() {
        reports(110, 110, 110);
        assertThat(oracle.price()).isEqualTo(110);
        reports(99, 99, 99);
        assertThat(oracle.price()).isEqualTo(99);
    }

    @Test
    void aMoveBeyondItIsACandidate() {
        reports(111, 111, 111);
        assertThat(oracle.price()).isEqualTo(100);
        assertThat(oracle.priceHeight()).isEqualTo(House.HEIGHT);
        assertThat(oracle.candidate()).isEqualTo(111);
        assertThat(house.s.isHalted()).isTrue();
        assertThat(house.s.isFresh()).isFalse();
        assertThat(oracle.round()).isEqualTo(2);
    }

    @Test
    void aCandidateIsConfirmedByWhatIsNearIt() {
        oracle.setCandidate(200);
        house.atHeight(11);
        reports(220, 220, 220);
        assertThat(oracle.price()).isEqualTo(220);
        assertThat(oracle.candidate()).isZero();
        assertThat(house.s.isHalted()).isFalse();
    }

    @Test
    void aCandidateIsReplacedByWhatIsFarFromBoth() {
        oracle.setCandidate(200);
        reports(221, 221, 221);
        assertThat(oracle.price()).isEqualTo(100);
        assertThat(oracle.candidate()).isEqualTo(221);
    }

    @Test
    void theLastPriceEndsACandidate() {
        oracle.setCandidate(200);
        reports(90, 90, 90);
        assertThat(oracle.price()).isEqualTo(90);
        assertThat(oracle.candidate()).isZero();
    }

    private List<Long> observed(int group) {
        Group found = house.s.contracts().group(group);
        assertThat(found).isNotNull();
        return found.observed();
    }

    @Test
    void groupsAtTheirExpiryTakeThePriceDown() {
        house.s.contracts().put(new Group(2, 10, GroupStatus.LIVE, List.of()));
        house.s.contracts().put(new Group(3, 4, GroupStatus.EXPIRED, List.of(90L)));
        house.s.contracts().put(new Group(4, 4, GroupStatus.EXPIRED, List.of(90L, 91L)));
        house.s.contracts().put(new Group(5, 11, GroupStatus.LIVE, List.of()));
        house.s.contracts().put(new Group(6, 3, GroupStatus.SETTLED, List.of()));
        reports(101, 101, 101);
        assertThat(observed(2)).containsExactly(101L);
        assertThat(observed(3)).containsExactly(90L, 101L);
        assertThat(observed(4)).containsExactly(90L, 91L);
        assertThat(observed(5)).isEmpty();
        assertThat(observed(6)).isEmpty();
    }

    /** Someone may have reported before the group expired, and kept the others waiting. */
    @Test
    void butNotThatOfARoundThatBeganBefore() {
        house.s.contracts().put(new Group(2, 11, GroupStatus.LIVE, List.of()));
        house.atHeight(11);
        reports(101, 101, 101);
        assertThat(observed(2)).isEmpty();
        house.atHeight(12);
        reports(102, 102, 102);
        assertThat(observed(2)).containsExactly(102L);
    }

    @Test
    void enoughReportsCloseARoundHoweverOld() {
        house.atHeight(House.HEIGHT + 3);
        reports(101, 101, 101);
        assertThat(house.names()).containsExactly("CloseRound");
    }

    @Test
    void aCandidateIsNotTakenDown() {
        house.s.contracts().put(new Group(2, 10, GroupStatus.LIVE, List.of()));
        reports(500, 500, 500);
        assertThat(observed(2)).isEmpty();
    }

    /** Against the definition, in numbers that can't overflow. */
    @Property
    void farIsMoreThanThePart(
            @ForAll @LongRange(min = 1, max = 1L << 40) long x,
            @ForAll @LongRange(min = 1, max = 1L << 40) long y,
            @ForAll @LongRange(min = 0, max = 10_000) long parts) {
        long limit = Math.floorDiv(Math.multiplyExact(parts, y), 10_000);
        assertThat(OraclePhase.isFar(x, y, parts)).isEqualTo(x > y + limit || x < y - limit);
        assertThat(OraclePhase.isFar(y + limit, y, parts)).isFalse();
        assertThat(OraclePhase.isFar(y + limit + 1, y, parts)).isTrue();
    }
}
