package org.quittance.core.settlement.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class OrderTableTest {

    private static final Series SERIES = new Series(1, 0, 100, Right.CALL, 1);

    /** Ids that have the same place in the table: they differ by multiples of its length. */
    @Property
    void isAMap(@ForAll @Size(max = 300) List<@IntRange(min = 1, max = 90) Integer> numbers) {
        OrderTable table = new OrderTable();
        SortedMap<Long, Order> expected = new TreeMap<>();
        for (int number : numbers) {
            long id = number % 30 + (number / 30) * 4096L;
            assertThat(table.get(id)).isSameAs(expected.get(id));
            if (expected.remove(id) == null) {
                Order order = new Order(id, 0, SERIES, Side.BUY, 1, 1, OrderKind.GTC);
                expected.put(id, order);
                table.put(order);
            } else {
                table.remove(id);
            }
            table.remove(-1);
            assertThat(table.size()).isEqualTo(expected.size());
            assertThat(table.ids()).containsExactlyInAnyOrder(
                    expected.keySet().stream().mapToLong(Long::longValue).toArray());
            expected.forEach((known, order) -> assertThat(table.get(known)).isSameAs(order));
        }
    }

    @Example
    void growsWithWhatIsInIt() {
        OrderTable table = new OrderTable();
        for (long id = 1; id <= 5000; id++) {
            table.put(new Order(id, 0, SERIES, Side.BUY, 1, 1, OrderKind.GTC));
        }
        assertThat(table.size()).isEqualTo(5000);
        assertThat(table.get(5000)).isNotNull();
        assertThat(table.get(5001)).isNull();
    }
}
