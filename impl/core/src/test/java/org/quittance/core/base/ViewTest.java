package org.quittance.core.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ViewTest {

    @Test
    void genesisIsViewZero() {
        assertThat(View.GENESIS).isEqualTo(new View(0));
        assertThat(View.GENESIS.isGenesis()).isTrue();
    }

    @Test
    void negativeNumbersAreRejected() {
        assertThatThrownBy(() -> new View(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    @Test
    void genesisHasNoPredecessor() {
        assertThatThrownBy(View.GENESIS::previous).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void lastViewHasNoSuccessor() {
        assertThatThrownBy(new View(Long.MAX_VALUE)::next).isInstanceOf(ArithmeticException.class);
    }

    @Property
    void nextIsGreaterAndPreviousUndoesIt(
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE - 1) long number) {
        View view = new View(number);

        assertThat(view.next()).isGreaterThan(view);
        assertThat(view.next().isGenesis()).isFalse();
        assertThat(view.next().previous()).isEqualTo(view);
    }
}
