package org.quittance.node.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * One cluster after the other for {@code faults.minutes}, every second one with a traitor, each
 * with faults that {@code faults.seed} decides: what {@code make cluster-faults} runs. The seed
 * decides what happens; when it happens, the machine does.
 */
class LongFaults {

    private static final long MINUTES = Long.getLong("faults.minutes", 5);
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());
    private static final int FAULTS = 8;

    @Test
    void clustersSurviveWhatHappens() throws Exception {
        long until = System.nanoTime() + MINUTES * 60_000_000_000L;
        int clusters = 0;
        while (clusters == 0 || System.nanoTime() - until < 0) {
            Path folder = Path.of("target", "faults", Long.toString(SEED + clusters))
                    .toAbsolutePath();
            remove(folder);
            Files.createDirectories(folder);
            try (Ordeal ordeal = new Ordeal(folder, SEED + clusters, clusters % 2 == 1)) {
                ordeal.begin();
                for (int k = 0; k < FAULTS; k++) {
                    ordeal.any();
                }
                ordeal.end();
            }
            // Only what went well: of a failure all is kept.
            remove(folder);
            clusters++;
        }
        System.out.println(clusters + " clusters");
        assertThat(clusters).isPositive();
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
