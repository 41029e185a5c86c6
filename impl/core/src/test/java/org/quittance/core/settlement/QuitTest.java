package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuitTest {

    private final World world = new World();

    @Test
    void takesOnlyHeightsThatAreNewAndBelow() {
        world.goTo(4);
        world.forget();

        assertThat(world.settlement.quit(4)).isFalse();
        assertThat(world.settlement.quit(0)).isFalse();
        assertThat(world.settlement.quit(2)).isTrue();
        assertThat(world.settlement.quit(2)).isFalse();
        assertThat(world.settlement.quit(1)).isFalse();
        assertThat(world.settlement.quit(3)).isTrue();
        assertThat(world.steps()).containsExactly("Quit", "Quit");
        assertThat(world.events.get(1)).extracting("at").isEqualTo(3L);
        assertThat(world.state.treasury().quitted()).isEqualTo(3);
    }
}
