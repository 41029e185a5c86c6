package org.quittance.node.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quittance.node.client.Checks;
import org.quittance.sim.kernel.Rng;

/** Bytes that nobody meant well with, for all that reads bytes of others. */
class FuzzDecodersTest {

    private static final int SECONDS = 8;
    /** It needs one or two, and ends when it has found it. */
    private static final int MOST_SECONDS = 120;
    private static final int CHANGES = 1_000;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    /** Else nothing would say that the decoders were ever reached behind their first byte. */
    @ParameterizedTest
    @EnumSource
    void genuineBytesAreRead(Decoder decoder) throws Exception {
        assertThat(Seeds.of(decoder)).isNotEmpty();
        for (byte[] seed : Seeds.of(decoder)) {
            assertThat(decoder.check(seed)).isEqualTo(Decoder.Outcome.READ);
        }
    }

    @Test
    void theGenuineAnswerIsProved() throws Exception {
        JsonNode answer = new ObjectMapper().readTree(Seeds.of(Decoder.ANSWER).get(0));
        Checks checks = new Checks(Seeds.validators());
        checks.finality(Seeds.ID, answer);
        assertThat(checks.account(0, answer).cash()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLANTED")
    void changedBytesAreReadOrRefused(Decoder decoder) throws Exception {
        List<byte[]> seeds = Seeds.of(decoder);
        Rng rng = new Rng(decoder.ordinal());
        int refused = 0;
        for (int k = 0; k < CHANGES; k++) {
            Decoder.Outcome outcome = decoder.check(changed(rng.pick(seeds), rng));
            refused += outcome == Decoder.Outcome.REFUSED ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }

    /** One to four changes: a bit, a byte, a piece left out, repeated, or cut off. */
    private static byte[] changed(byte[] seed, Rng rng) {
        byte[] bytes = seed.clone();
        for (int k = 0; k <= rng.below(4); k++) {
            int at = rng.below(bytes.length);
            int end = at + rng.below(Math.min(40, bytes.length - at));
            switch (rng.below(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << rng.below(8));
                case 1 -> bytes[at] = (byte) rng.nextLong();
                case 2 -> bytes[at] = (byte) (rng.chance(500) ? 0xff : 0x7f);
                case 3 -> bytes = joined(bytes, at, end);
                case 4 -> bytes = joined(bytes, end, at);
                default -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] bytes, int upTo, int from) {
        byte[] joined = Arrays.copyOf(bytes, upTo + bytes.length - from);
        System.arraycopy(bytes, from, joined, upTo, bytes.length - from);
        return joined.length == 0 ? new byte[1] : joined;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLANTED")
    void whatOnceDidHarmDoesNoneNow(Decoder decoder) throws Exception {
        for (byte[] input : Regressions.of(decoder)) {
            assertThat(decoder.check(input)).isNotNull();
        }
    }

    @Test
    void aFuzzerFindsNothing() throws Exception {
        long seed = System.nanoTime() & Integer.MAX_VALUE;
        Fuzzing.Result result = Fuzzing.run(folder, SECONDS, seed);
        System.out.printf("fuzzed with seed %d: %d inputs in %d s%n",
                seed, result.tried(), SECONDS);
        assertThat(result.status()).as("see %s%n%s", folder, result.told()).isZero();
        assertThat(result.tried()).isGreaterThan(100);
    }

    /** Negative control: a decoder that has two encodings for one thing. */
    @Test
    void aFuzzerFindsWhatIsPlanted() throws Exception {
        byte[] seed = Seeds.of(Decoder.PLANTED).get(0);
        byte[] longer = Arrays.copyOf(seed, seed.length + 1);
        assertThatThrownBy(() -> Decoder.PLANTED.check(longer))
                .isInstanceOf(AssertionError.class).hasMessageContaining("two encodings");
        Fuzzing.Result result = Fuzzing.run(folder, MOST_SECONDS, 1, Decoder.PLANTED);
        assertThat(result.found()).as(result.output()).isTrue();
        assertThat(result.told()).contains("two encodings");
    }
}
