package org.quittance.core.settlement.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Orders of the tests of four public order books do here what they do there. The README beside the
 * vectors says where they are from.
 */
class MatchingVectorsTest {

    /** The lines of each scenario, by name. */
    private static Map<String, List<String>> scenarios() {
        Map<String, List<String>> scenarios = new LinkedHashMap<>();
        List<String> lines = List.of();
        for (String line : Vectors.lines("matching.txt")) {
            if (line.startsWith("scenario ")) {
                lines = new ArrayList<>();
                assertThat(scenarios.put(line.substring(9), lines)).as(line).isNull();
            } else {
                lines.add(line);
            }
        }
        return scenarios;
    }

    @TestFactory
    Stream<DynamicTest> ordersDoWhatTheyDidThere() {
        return scenarios().entrySet().stream().map(scenario -> DynamicTest.dynamicTest(
                scenario.getKey(), () -> play(scenario.getValue())));
    }

    private static void play(List<String> lines) {
        Floor floor = new Floor();
        List<String> expectedFills = new ArrayList<>();
        List<String> fills = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (String line : lines) {
            String rest = line.substring(line.indexOf(' ') + 1);
            String[] words = line.split(" ");
            switch (words[0]) {
                case "order" -> {
                    List<String> done = floor.place(Long.parseLong(words[1]), words[2], words[3],
                            Long.parseLong(words[4]), Long.parseLong(words[6]));
                    done.forEach(fill -> fills.add(words[1] + " " + fill));
                    expectedFills.add(words[1]);
                }
                case "fill" -> {
                    String taker = expectedFills.get(expectedFills.size() - 1).split(" ")[0];
                    expectedFills.add(taker + " " + rest);
                }
                case "cancel" -> floor.cancel(Long.parseLong(words[1]));
                case "left" -> left.add(rest);
                default -> throw new IllegalArgumentException(line);
            }
        }
        expectedFills.removeIf(fill -> !fill.contains(" "));
        assertThat(fills).isEqualTo(expectedFills);
        assertThat(floor.drain()).isEqualTo(left);
    }

    @Test
    void thereAreManyAndMostOfThemTrade() {
        assertThat(scenarios()).hasSizeGreaterThan(40);
        assertThat(scenarios().values().stream()
                .filter(lines -> lines.stream().anyMatch(line -> line.startsWith("fill "))))
                .hasSizeGreaterThan(25);
    }
}
