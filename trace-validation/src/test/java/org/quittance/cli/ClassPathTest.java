package org.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tlc2.TLCGlobals;

class ClassPathTest {

    @Test
    void modelCheckerIsThere() {
        assertThat(TLCGlobals.versionOfTLC).startsWith("Version 2.");
    }

    @Test
    void implementationIsNotThere() {
        assertThatThrownBy(() -> Class.forName("org.quittance.core.base.View"))
                .isInstanceOf(ClassNotFoundException.class);
    }
}
