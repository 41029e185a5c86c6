package org.quittance.core.consensus;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/** A table of cases of one guard: one that it allows, and for each conjunct one that it rejects. */
final class Rows {

    /** A guard, applied to whatever a row holds. */
    interface Case {

        boolean allowed();
    }

    private final List<DynamicTest> tests = new ArrayList<>();

    Rows allows(String name, Case row) {
        tests.add(dynamicTest("allows: " + name,
                () -> Assertions.assertThat(row.allowed()).isTrue()));
        return this;
    }

    Rows rejects(String conjunct, Case row) {
        tests.add(dynamicTest("rejects: " + conjunct,
                () -> Assertions.assertThat(row.allowed()).isFalse()));
        return this;
    }

    List<DynamicTest> tests() {
        return tests;
    }
}
