package org.quittance.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quittance.core.base.View;

class ClassPathTest {

    @Test
    void simulatorRunsOnCore() {
        assertThat(View.GENESIS.next()).isEqualTo(new View(1));
    }
}
