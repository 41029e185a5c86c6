package org.quittance.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "org.quittance.core",
        importOptions = ImportOption.DoNotIncludeTests.class)
class DependenciesTest {

    /** Raise it as core grows: a rule over no classes holds of anything. */
    private static final int AT_LEAST = 250;

    @ArchTest
    static final ArchRule CORE_USES_THE_JDK_ONLY =
            classes()
                    .that().resideInAPackage("org.quittance.core..")
                    .should().onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "org.quittance.core..", "org.checkerframework..");

    @ArchTest
    static void rulesSeeTheClassesOfCore(JavaClasses core) {
        assertThat(core.size()).isGreaterThanOrEqualTo(AT_LEAST);
    }
}
