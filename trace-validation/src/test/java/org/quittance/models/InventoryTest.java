package org.quittance.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryTest {

    @TempDir private Path folder;
    private TinySpecs specs;

    @BeforeEach
    void oneModelAndOneMutant() {
        specs = TinySpecs.in(folder.resolve("specs")).goodModel().mutant("NoBound", "Up");
    }

    private List<String> problems() {
        return new Inventory(specs.manifest()).problems();
    }

    @Test
    void allIsRegistered() {
        specs.file("mutants/NoBound_TTrace_1795215633.tla", "left by TLC");
        assertThat(problems()).isEmpty();
    }

    @Test
    void modelWithoutAnEntryIsAProblem() {
        specs.file("toy/models/Other.tla", TinySpecs.module("Other", "EXTENDS Tiny"));
        specs.file("toy/MCHidden.tla", TinySpecs.module("MCHidden", "EXTENDS Tiny"));
        specs.file("toy/models/Other.cfg", "INIT Init");
        specs.file("mutants/Other2.tla", TinySpecs.module("Other2", ""));
        assertThat(problems())
                .hasSize(4)
                .allMatch(problem -> problem.contains(" is not registered"))
                .anyMatch(problem -> problem.startsWith("toy/models/Other.tla "))
                .anyMatch(problem -> problem.startsWith("toy/MCHidden.tla "))
                .anyMatch(problem -> problem.startsWith("toy/models/Other.cfg "))
                .anyMatch(problem -> problem.startsWith("mutants/Other2.tla "));
        Inventory inventory = new Inventory(specs.manifest());
        assertThat(inventory.problemsWithMutants())
                .hasSize(1)
                .allMatch(problem -> problem.startsWith("mutants/Other2.tla "));
        assertThat(inventory.problemsWithSymbolic()).isEmpty();
    }

    @Test
    void moduleThatAModelUsesNeedsNoEntry() {
        specs.file("toy/models/Bounds.tla", TinySpecs.module("Bounds", "EXTENDS Integers"));
        specs.file("toy/models/More.tla", TinySpecs.module("More", ""));
        specs.file(
                "toy/models/MCTiny.tla",
                TinySpecs.module("MCTiny", "EXTENDS Tiny,\n  Bounds\nX == INSTANCE More"));
        assertThat(problems()).isEmpty();
    }

    @Test
    void entryWithoutItsFilesIsAProblem() {
        specs.modelEntry(
                "Gone",
                "toy/models/Gone.tla",
                "toy/models/Gone.cfg",
                TinySpecs.HOLDS,
                "\"tier\": \"nightly\", \"distinct\": 1");
        assertThat(problems())
                .containsExactly(
                        "models.json names toy/models/Gone.cfg, which is not there",
                        "models.json names toy/models/Gone.tla, which is not there");
    }

    @Test
    void modulesOfOneNameAreAProblem() {
        specs.file("other/Tiny.tla", TinySpecs.TINY);
        assertThat(problems())
                .containsExactly(
                        "other/Tiny.tla and toy/Tiny.tla have the same name: rename one");
    }

    @Test
    void specsAreWhatStandsInTheirFoldersItself() {
        specs.file("lib/Fold.tla", TinySpecs.module("Fold", ""));
        specs.file("toy/lib/Pick.tla", TinySpecs.module("Pick", ""));
        assertThat(new Inventory(specs.manifest()).specModules())
                .containsExactly("toy/Tiny.tla");
    }
}
