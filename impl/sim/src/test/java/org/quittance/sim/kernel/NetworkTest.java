package org.quittance.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {

    private final Timeline timeline = new Timeline();
    private final List<String> arrived = new ArrayList<>();

    private Network network(Link link) {
        return new Network(3, timeline, new Rng(1), link, (from, to, bytes) ->
                arrived.add(from + " to " + to + ": " + bytes[0] + " at " + timeline.now()));
    }

    private void runOut() {
        boolean more = true;
        while (more) {
            more = timeline.step();
        }
    }

    @Test
    void bytesArriveAsTheyWereWhenSent() {
        byte[] bytes = {7};
        network(Link.good(4, 4)).send(0, 2, bytes);
        bytes[0] = 8;
        runOut();
        assertThat(arrived).containsExactly("0 to 2: 7 at 4");
    }

    @Test
    void messagesAreLostAndDoubledAndOvertakeEachOther() {
        Network network = network(new Link(1, 50, 300, 300, 300, 100));
        for (int i = 0; i < 100; i++) {
            network.send(0, 1, new byte[] {(byte) i});
        }
        runOut();
        assertThat(network.lost()).isBetween(10L, 60L);
        assertThat(network.duplicated()).isBetween(5L, 50L);
        assertThat(arrived).hasSize((int) (100 - network.lost() + network.duplicated()));
        List<Integer> order = arrived.stream()
                .map(line -> Integer.parseInt(line.split(" ")[3])).toList();
        assertThat(order).isNotEqualTo(order.stream().sorted().toList());
    }

    @Test
    void partitionCutsUntilItHeals() {
        Network network = network(Link.good(1, 1));
        network.partition(List.of(0, 0, 1));
        network.send(0, 1, new byte[] {1});
        network.send(0, 2, new byte[] {2});
        network.heal();
        network.send(0, 2, new byte[] {3});
        runOut();
        assertThat(arrived).containsExactly("0 to 1: 1 at 1", "0 to 2: 3 at 1");
        assertThat(network.lost()).isEqualTo(1);
    }

    @Test
    void mendedLinkLosesNothing() {
        Network network = network(new Link(1, 9, 1000, 0, 0, 0));
        network.send(0, 1, new byte[] {1});
        network.setLink(new Link(1, 9, 1000, 0, 0, 0).mended());
        network.send(0, 1, new byte[] {2});
        runOut();
        assertThat(arrived).hasSize(1);
    }

    @Test
    void impossibleLinksAreRefused() {
        assertThatThrownBy(() -> Link.good(0, 5)).hasMessageContaining("0..5");
        assertThatThrownBy(() -> new Link(1, 2, 1001, 0, 0, 0)).hasMessageContaining("1001");
    }
}
