package org.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.models.ModelResults;
import org.quittance.models.ModelResults.NotRun;

class CheckOptionsTest {

    private static final NotRun NOT_RUN = new NotRun("types", "Tiny", "types", "no Apalache");

    private static int exitCode(boolean ok, List<NotRun> notRun) {
        return CheckOptions.exitCode(
                new ModelResults(
                        ModelResults.FORMAT,
                        ModelResults.Kind.SYMBOLIC,
                        "everyday",
                        "none",
                        "2026-01-01T00:00:00Z",
                        0,
                        ok,
                        List.of(),
                        List.of(),
                        notRun,
                        List.of()));
    }

    @Test
    void okFailedAndNotRunDiffer() {
        assertThat(exitCode(true, List.of())).isZero();
        assertThat(exitCode(false, List.of())).isEqualTo(1);
        assertThat(exitCode(true, List.of(NOT_RUN))).isEqualTo(3);
        assertThat(exitCode(false, List.of(NOT_RUN))).isEqualTo(1);
    }
}
