package org.quittance.core.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;

class LeaderElectionTest {

    /** The rule, word for word, with one lot for each unit of weight. */
    private static int plainly(ValidatorSet set, long view) throws NoSuchAlgorithmException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("quittance/leader/v1".getBytes(StandardCharsets.US_ASCII));
        bytes.write(0);
        bytes.writeBytes(set.chainId().getBytes(StandardCharsets.UTF_8));
        bytes.write(0);
        for (long number : new long[] {set.epoch(), view}) {
            for (int shift = 56; shift >= 0; shift -= 8) {
                bytes.write((int) (number >> shift));
            }
        }
        List<Integer> lots = new ArrayList<>();
        for (ValidatorId id : set.ids()) {
            for (long unit = 0; unit < set.weightOf(id); unit++) {
                lots.add(id.index());
            }
        }
        BigInteger drawn = new BigInteger(1,
                MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        return lots.get(drawn.mod(BigInteger.valueOf(lots.size())).intValueExact());
    }

    @Property
    void isWhatTheRuleSays(
            @ForAll @Size(min = 1, max = 7) List<@LongRange(min = 1, max = 30) Long> weights,
            @ForAll @LongRange(min = 0) long view) throws NoSuchAlgorithmException {
        ValidatorSet set = Four.weighted(weights.stream().mapToLong(w -> w).toArray());
        assertThat(LeaderElection.leader(set, Four.view(view)).index())
                .isEqualTo(plainly(set, view));
        assertThat(LeaderElection.leader(set, Four.view(view)))
                .isEqualTo(LeaderElection.leader(set, Four.view(view)));
    }

    @Test
    void isInProportionToWeight() {
        ValidatorSet set = Four.weighted(1, 2, 3, 14);
        int views = 20_000;
        long[] count = new long[4];
        LongStream.range(0, views).forEach(
                view -> count[LeaderElection.leader(set, Four.view(view)).index()]++);
        for (ValidatorId id : set.ids()) {
            // Five standard deviations of a binomial distribution, in whole numbers.
            long weight = set.weightOf(id);
            long expected = views * weight / 20;
            long variance = views * weight * (20 - weight) / 400;
            long off = count[id.index()] - expected;
            assertThat(off * off).isLessThan(25 * variance);
        }
    }

    @Test
    void isAnotherDrawInEachEpochAndChain() {
        ValidatorSet set = Four.weighted(1, 1, 1, 1);
        ValidatorSet later = new ValidatorSet(
                set.chainId(), 1, Fixtures.members(set));
        ValidatorSet elsewhere = new ValidatorSet("elsewhere", 0, Fixtures.members(set));
        assertThat(schedule(later)).isNotEqualTo(schedule(set));
        assertThat(schedule(elsewhere)).isNotEqualTo(schedule(set));
    }

    @Test
    void worksAtTheGreatestWeight() {
        ValidatorSet set = Four.weighted(1, ValidatorSet.MAX_TOTAL_WEIGHT - 1);
        assertThat(schedule(set)).containsOnly(new ValidatorId(1));
    }

    private static List<ValidatorId> schedule(ValidatorSet set) {
        return LongStream.range(1, 50)
                .mapToObj(view -> LeaderElection.leader(set, Four.view(view)))
                .toList();
    }
}
