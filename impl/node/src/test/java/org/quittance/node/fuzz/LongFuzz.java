package org.quittance.node.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each decoder for {@code fuzz.seconds}: what {@code make fuzz} runs. */
class LongFuzz {

    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 60);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLANTED")
    void aFuzzerFindsNothing(Decoder decoder) throws Exception {
        Path folder = Path.of("target", "fuzz", decoder.toString()).toAbsolutePath();
        Files.createDirectories(folder);
        long seed = System.nanoTime() & Integer.MAX_VALUE;
        Fuzzing.Result result = Fuzzing.run(folder, SECONDS, seed, decoder);
        System.out.printf("%-16s seed %d: %d inputs in %d s%n",
                decoder, seed, result.tried(), SECONDS);
        assertThat(result.status()).as("see %s%n%s", folder, result.told()).isZero();
        assertThat(result.tried()).isGreaterThan(100);
    }
}
