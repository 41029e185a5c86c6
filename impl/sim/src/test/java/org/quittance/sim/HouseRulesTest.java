package org.quittance.sim;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** A run is a function of its seed: nothing that could make it anything else is in reach. */
class HouseRulesTest {

    private static final String[] RUN = {"..sim.kernel..", "..sim.scenario..", "..sim.host..",
        "..sim.byzantine..", "..sim.check..", "..sim.settlement..", "..sim.run.."};

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.quittance.sim");

    @Test
    void thereIsSomethingToCheck() {
        assertThat(classes.size()).isGreaterThan(50);
    }

    @Test
    void runsKnowNoClockAndNoChanceOfTheJdk() {
        noClasses().that().resideInAnyPackage(RUN)
                .should().dependOnClassesThat().resideInAnyPackage("java.time..", "java.net..",
                        "java.nio.file..", "java.util.random..", "java.util.concurrent..")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.Random")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.UUID")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.lang.Thread")
                .orShould().callMethod(System.class, "nanoTime")
                .orShould().callMethod(System.class, "currentTimeMillis")
                .orShould().callMethod(System.class, "identityHashCode", Object.class)
                .check(classes);
    }

    @Test
    void packagesDependDownwardOnly() {
        layeredArchitecture().consideringOnlyDependenciesInLayers()
                .layer("command line").definedBy("org.quittance.sim")
                .layer("run").definedBy("..sim.run..")
                .layer("byzantine").definedBy("..sim.byzantine..")
                .layer("check").definedBy("..sim.check..")
                .layer("host").definedBy("..sim.host..")
                .layer("scenario").definedBy("..sim.scenario..")
                .layer("settlement").definedBy("org.quittance.sim.settlement..")
                .layer("kernel").definedBy("..sim.kernel..")
                .whereLayer("command line").mayNotBeAccessedByAnyLayer()
                .whereLayer("run").mayOnlyBeAccessedByLayers("command line")
                .whereLayer("byzantine").mayOnlyBeAccessedByLayers("run")
                .whereLayer("check").mayOnlyBeAccessedByLayers("run", "command line")
                .whereLayer("host").mayOnlyBeAccessedByLayers("byzantine", "run")
                .whereLayer("scenario")
                .mayOnlyBeAccessedByLayers("byzantine", "run", "command line")
                .whereLayer("settlement").mayOnlyBeAccessedByLayers("scenario", "run")
                .whereLayer("kernel").mayOnlyBeAccessedByLayers(
                        "settlement", "scenario", "host", "byzantine", "run")
                .check(classes);
    }
}
