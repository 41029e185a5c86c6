package org.quittance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A check that never failed may be one that can't: each property has broken something. */
class WhatWouldNoticeTest {

    private static final Path PAGE = Path.of("..", "proofs-notes", "what-would-notice.md");
    private static final Path WRITTEN = Path.of("target", "what-would-notice.md");

    /** What is checked in runs without any program that was seen to break it, and why. */
    private static final Map<String, String> NEVER_BROKEN = Map.of(
            "NoConflictingNotarization", "its checker is tested by itself, with made-up votes",
            "ExactlyOnce", "its checker is tested by itself, with made-up events");

    private static WhatWouldNotice all;

    @BeforeAll
    static void read() throws IOException {
        all = WhatWouldNotice.read();
    }

    @Test
    void thereIsSomethingToReadAbout() {
        assertThat(all.simulated()).contains("Agreement", "S1_Conservation", "S16_Rejected");
        assertThat(all.properties()).hasSizeGreaterThan(80);
    }

    @Test
    void whatTheSimulatorChecksAFaultyProgramBreaks() {
        List<String> unbroken = all.simulated().stream()
                .filter(name -> all.faultsOf(name).isEmpty()).sorted().toList();
        assertThat(unbroken).isEqualTo(NEVER_BROKEN.keySet().stream().sorted().toList());
    }

    @Test
    void whatTheSimulatorChecksABrokenSpecViolates() {
        List<String> unbroken = all.simulated().stream()
                .filter(name -> PropertyTable.MEANINGS.containsKey(name))
                .filter(name -> all.mutantsOf(name).isEmpty()).sorted().toList();
        assertThat(unbroken).isEmpty();
    }

    @Test
    void thePageIsUpToDate() throws IOException {
        Files.createDirectories(WRITTEN.getParent());
        Files.writeString(WRITTEN, all.page());
        assertThat(Files.readString(PAGE))
                .as("copy trace-validation/%s to proofs-notes if it is right", WRITTEN)
                .isEqualTo(all.page());
    }
}
