package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.base.PublicKey;
import org.quittance.core.settlement.codec.SealedCommand;

class ParametersTest {

    @Test
    void haveTheNamesOfTheSpec() {
        assertThat(Parameters.of(World.parameters()).byName()).isEqualTo(World.parameters());
        assertThat(World.parameters()).hasSize(Parameters.class.getRecordComponents().length);
    }

    @ParameterizedTest
    @CsvSource({
        "InitialRate, 2500", "InitialRate, 10001", "MaintenanceRate, -1", "MaintenanceRate, 5000",
        "InitialFloor, 0", "MaintenanceFloor, -1", "MaintenanceFloor, 3", "MaxPrice, 0",
        "MaxPrice, 1099511627777", "MaxMove, -1", "MaxMove, 10001", "MaxAge, 0",
        "TakeoverBlocks, 0", "SettlementRounds, 0", "SlashRate, 10001", "OutlierMove, -1",
        "OutlierRounds, 0", "MaxPause, -1", "EpochLength, 0", "UnbondingBlocks, -1",
        "MinStake, -1", "WithdrawalDelay, -1", "WithdrawalCap, -1", "CustodianQuorum, 0",
        "CustodianQuorum, 257", "GovernorQuorum, 0", "GovernorQuorum, 257", "MaxPosition, 0",
        "MaxQuantity, 0", "MaxSeries, 0", "MaxGroups, 0",
        "MaxOrders, 0",
        // 4 series of positions at prices of 400, and orders at 400, come to 2^60.
        "MaxPosition, 720575940379280", "MaxQuantity, 2882303761517118"
    })
    void areCheckedAgainstTheirRanges(String name, long value) {
        SortedMap<String, Long> parameters = World.parameters();
        parameters.put(name, value);

        assertThatIllegalArgumentException().isThrownBy(() -> Parameters.of(parameters));
    }

    @ParameterizedTest
    @CsvSource({
        "InitialRate, 10000", "MaintenanceRate, 4999", "MaxPosition, 720575940379279",
        "MaxQuantity, 2882303761517117", "SlashRate, 0", "MaxAge, 1",
        "MaxMove, 2500", "UnbondingBlocks, 4", "CustodianQuorum, 256", "GovernorQuorum, 256"
    })
    void mayBeAsFarAsTheirRangesGo(String name, long value) {
        SortedMap<String, Long> parameters = World.parameters();
        parameters.put(name, value);

        assertThat(Parameters.of(parameters).byName()).containsEntry(name, value);
    }

    /** The product of all three is below 2^60, and no part of it overflows. */
    @Test
    void aContractMayBeWorthOneTick() {
        SortedMap<String, Long> parameters = World.parameters();
        for (String one : List.of("MaxPrice", "InitialFloor", "MaintenanceFloor", "MaxSeries")) {
            parameters.put(one, 1L);
        }
        parameters.put("MaxPosition", Parameters.MAX_MONEY - 1);
        parameters.put("MaxQuantity", Parameters.MAX_MONEY - 1);
        assertThat(Parameters.of(parameters).maxPosition()).isEqualTo(Parameters.MAX_MONEY - 1);

        parameters.put("MaxSeries", 2L);
        assertThatIllegalArgumentException().isThrownBy(() -> Parameters.of(parameters));
    }

    /** W4: what moves further has to be found twice. */
    @Test
    void aMoveThatIsBelievedAtOnceIsWithinTheMaintenanceBand() {
        SortedMap<String, Long> parameters = World.parameters();
        parameters.put("MaxMove", 2501L);
        assertThatIllegalArgumentException().isThrownBy(() -> Parameters.of(parameters))
                .withMessage("MaxMove must be at most MaintenanceRate, but 2501 is above 2500");
    }

    /** Who has unstaked has weight until the end of the epoch. */
    @Test
    void stakeIsWithinReachAsLongAsItHasWeight() {
        SortedMap<String, Long> parameters = World.parameters();
        parameters.put("UnbondingBlocks", 3L);
        assertThatIllegalArgumentException().isThrownBy(() -> Parameters.of(parameters))
                .withMessage("EpochLength must be at most UnbondingBlocks, but 4 is above 3");
    }

    @Test
    void aQuorumFitsIntoACommand() {
        assertThat(Parameters.MAX_QUORUM).isEqualTo(SealedCommand.MAX_SEALS);
    }

    @Test
    void areAllThereAndNoOthers() {
        SortedMap<String, Long> less = World.parameters();
        less.remove("MaxAge");
        assertThatIllegalArgumentException().isThrownBy(() -> Parameters.of(less))
                .withMessageContaining("MaxAge");
        SortedMap<String, Long> more = World.parameters();
        more.put("MaxRage", 1L);
        assertThatIllegalArgumentException().isThrownBy(() -> Parameters.of(more))
                .withMessageContaining("MaxRage");
    }

    @Test
    void aGenesisFitsTogether() {
        Genesis good = World.genesis(World.parameters());
        PublicKey key = World.key("account", 9);
        assertThat(good.money()).isEqualTo(3150);
        assertThat(good.owners()).containsExactly(0, 0);

        assertThatIllegalArgumentException().as("owner").isThrownBy(() ->
                with(good, good.accounts(), List.of(new Genesis.Validator(key, 4, 1)),
                        good.governors()));
        assertThatIllegalArgumentException().as("no validator").isThrownBy(() ->
                with(good, good.accounts(), List.of(), good.governors()));
        assertThatIllegalArgumentException().as("one key twice").isThrownBy(() ->
                with(good, good.accounts(), good.validators(), List.of(key, key)));
        assertThatIllegalArgumentException().as("no quorum").isThrownBy(() ->
                with(good, good.accounts(), good.validators(), List.of(key)));
        assertThatIllegalArgumentException().as("negative").isThrownBy(() ->
                with(good, List.of(new Genesis.Account(key, -1)), good.validators(),
                        good.governors()));
        long most = Parameters.MAX_MONEY - 150;
        assertThat(with(good, List.of(new Genesis.Account(key, most)), good.validators(),
                good.governors()).money()).isEqualTo(Parameters.MAX_MONEY);
        assertThatIllegalArgumentException().as("too much").isThrownBy(() ->
                with(good, List.of(new Genesis.Account(key, most + 1)), good.validators(),
                        good.governors()));
    }

    private static Genesis with(
            Genesis good,
            List<Genesis.Account> accounts,
            List<Genesis.Validator> validators,
            List<PublicKey> governors) {
        return new Genesis(good.parameters(), accounts, validators, good.custodians(), governors);
    }
}
