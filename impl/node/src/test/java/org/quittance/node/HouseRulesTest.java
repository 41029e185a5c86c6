package org.quittance.node;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Date;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.quittance.node");

    @Test
    void thereIsSomethingToCheck() {
        assertThat(classes.size()).isGreaterThan(50);
    }

    /** What validators do must not depend on what a clock on the wall says. */
    @Test
    void timeIsMonotonic() {
        looksAtNoWall(noClasses().that().resideOutsideOfPackage("..node.setup..")).check(classes);
    }

    /** Negative control: what makes certificates says from when to when they are valid. */
    @Test
    void whoLooksAtAWallIsFound() {
        ArchRule rule = looksAtNoWall(noClasses().that().resideInAPackage("..node.setup.."));
        assertThatThrownBy(() -> rule.check(classes)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("TlsIdentity");
    }

    private static ArchRule looksAtNoWall(GivenClassesConjunction these) {
        return these.should().callMethod(System.class, "currentTimeMillis")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.time.Clock")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.time.Instant")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.time.LocalDateTime")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.time.ZonedDateTime")
                .orShould().callConstructor(Date.class)
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.Calendar")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.Timer");
    }

    @Test
    void onlyTheCommandLineEndsTheProcess() {
        noClasses().that().doNotHaveFullyQualifiedName("org.quittance.node.Main")
                .should().callMethod(System.class, "exit", int.class)
                .check(classes);
    }

    @Test
    void packagesDependDownwardOnly() {
        layeredArchitecture().consideringOnlyDependenciesInLayers()
                .layer("command line").definedBy("..node.cli..")
                .layer("cluster").definedBy("..node.cluster..")
                .layer("client").definedBy("..node.client..")
                .layer("driver").definedBy("..node.driver..")
                .layer("sync").definedBy("..node.sync..")
                .layer("trace").definedBy("..node.trace..")
                .layer("net").definedBy("..node.net..")
                .layer("disk").definedBy("..node.disk..")
                .layer("setup").definedBy("..node.setup..")
                .whereLayer("command line").mayNotBeAccessedByAnyLayer()
                .whereLayer("cluster").mayOnlyBeAccessedByLayers("command line")
                .whereLayer("client").mayOnlyBeAccessedByLayers("cluster", "command line")
                .whereLayer("driver")
                .mayOnlyBeAccessedByLayers("client", "cluster", "command line")
                .whereLayer("trace").mayOnlyBeAccessedByLayers("driver", "command line")
                .whereLayer("sync").mayOnlyBeAccessedByLayers("driver")
                .whereLayer("net").mayOnlyBeAccessedByLayers("driver", "sync")
                .whereLayer("disk")
                .mayOnlyBeAccessedByLayers("driver", "sync", "client", "command line")
                .whereLayer("setup").mayOnlyBeAccessedByLayers(
                        "net", "driver", "client", "cluster", "command line")
                .check(classes);
    }
}
