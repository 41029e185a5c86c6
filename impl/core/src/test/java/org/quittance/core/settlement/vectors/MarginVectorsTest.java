package org.quittance.core.settlement.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quittance.core.settlement.MarginProbe;
import org.quittance.core.settlement.MarginProbe.Leg;
import org.quittance.core.settlement.state.Right;

/**
 * At rate 100 % and without a floor, margin is the greatest loss that margin rules of exchanges
 * and brokers ask for. The README beside the vectors says where they are from and what they count.
 */
class MarginVectorsTest {

    private static final Pattern LEG =
            Pattern.compile("([+-]\\d+) ([CP]) ([\\d.]+)(?: @ ([\\d.]+))?");

    /** @param debit what the position cost: negative if it brought money in */
    private record Example(
            String id, String strategy, long price, List<Leg> legs, long debit, long published) {

        static Example parse(String line) {
            String[] fields = line.split(",");
            List<Leg> legs = new ArrayList<>();
            long debit = 0;
            for (String leg : fields[3].split(";")) {
                Matcher m = LEG.matcher(leg);
                assertThat(m.matches()).as(line).isTrue();
                long quantity = Long.parseLong(m.group(1));
                Right right = m.group(2).equals("C") ? Right.CALL : Right.PUT;
                legs.add(new Leg(quantity, right, ticks(m.group(3))));
                debit += m.group(4) == null ? 0 : quantity * ticks(m.group(4));
            }
            boolean net = switch (fields[4]) {
                case "NET" -> true;
                case "GROSS" -> false;
                default -> throw new IllegalArgumentException(line);
            };
            return new Example(fields[0], fields[1], ticks(fields[2]), List.copyOf(legs),
                    net ? debit : 0, Long.parseLong(fields[5]));
        }

        /** What the published greatest loss leaves to margin, which knows no premiums. */
        long expected() {
            return published - debit;
        }

        long highestStrike() {
            return legs.stream().map(Leg::strike).max(Comparator.naturalOrder()).orElseThrow();
        }
    }

    private static long ticks(String dollars) {
        return new BigDecimal(dollars).movePointRight(2).longValueExact();
    }

    private static Stream<Example> examples() {
        return Vectors.lines("margin.csv").stream().map(Example::parse);
    }

    @TestFactory
    Stream<DynamicTest> marginIsThePublishedGreatestLoss() {
        return examples().map(example -> DynamicTest.dynamicTest(
                example.id() + ": " + example.strategy(), () -> {
                    assertThat(MarginProbe.worstLoss(example.price(), example.legs()))
                            .isEqualTo(example.expected());
                    assertThat(MarginProbe.worstLoss(example.highestStrike(), example.legs()))
                            .isEqualTo(example.expected());
                }));
    }

    @Test
    void everyKindOfSpreadIsThere() {
        assertThat(examples().map(Example::id)).hasSizeGreaterThan(40).doesNotHaveDuplicates();
        assertThat(examples().map(Example::strategy)).contains(
                "bear call spread", "bear put spread", "bull call spread", "bull put spread",
                "long call butterfly", "short call butterfly", "long put butterfly",
                "short put butterfly", "iron butterfly", "long call condor", "long put condor",
                "iron condor", "reverse iron condor", "long box", "short box", "long straddle");
        assertThat(examples().filter(example -> example.expected() > 0)).hasSizeGreaterThan(20);
    }
}
