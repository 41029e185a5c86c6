package org.quittance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

    @Test
    void passesLinesOnUpToTheFirstBlankOne() {
        List<String> lines = new ArrayList<>();
        PrintWriter console = new PrintWriter(new ProgressLines(lines::add));

        console.print("ok  ");
        console.println("MCOne");
        console.println("running");
        console.println();
        console.println("a table");
        console.flush();

        assertThat(lines).containsExactly("ok  MCOne", "running");
    }

    @Test
    void passesALineOnWhenItEnds() {
        List<String> lines = new ArrayList<>();
        PrintWriter console = new PrintWriter(new ProgressLines(lines::add));

        console.print("half a line");
        console.flush();

        assertThat(lines).isEmpty();
    }
}
