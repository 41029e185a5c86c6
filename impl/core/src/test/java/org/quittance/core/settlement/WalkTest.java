package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The whole machine, by chance: its state, its events and its marks tell the same. */
class WalkTest {

    @Property(tries = 40)
    void nothingChangesUnseen(@ForAll long seed) {
        Walk walk = new Walk(seed);
        for (int block = 0; block < 25; block++) {
            walk.block();
        }
    }

    /** Else the property above would say nothing about those steps. */
    @Test
    void walksTakeEveryStep() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (long seed = 0; seed < 40; seed++) {
            Walk walk = new Walk(seed);
            for (int block = 0; block < 25; block++) {
                walk.block();
            }
            walk.world.steps().forEach(step -> counts.merge(step, 1, Integer::sum));
        }
        assertThat(counts.keySet()).containsExactlyInAnyOrderElementsOf(
                Arrays.stream(Event.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .filter(name -> !name.equals("Haircut"))
                        .toList());
    }
}
