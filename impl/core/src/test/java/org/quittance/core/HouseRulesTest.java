package org.quittance.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import org.quittance.core.base.Spec;

/**
 * Core is pure: the same inputs give the same outputs, on every machine and in every run. What it
 * must not use for that, and what it must not depend on.
 */
@AnalyzeClasses(
        packages = "org.quittance.core",
        importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final List<String> PACKAGES = List.of(
            "base", "crypto", "message", "codec", "consensus", "trace", "settlement",
            "settlement.state", "settlement.commit", "settlement.codec", "replica");

    private static final Set<String> UNORDERED = Set.of(
            "java.util.HashMap", "java.util.HashSet", "java.util.Hashtable",
            "java.util.IdentityHashMap", "java.util.WeakHashMap");

    /** Methods whose results have no defined order. */
    private static final Set<String> UNORDERED_CALLS = Set.of(
            "java.util.Map.of", "java.util.Map.ofEntries", "java.util.Map.copyOf",
            "java.util.Set.of", "java.util.Set.copyOf",
            "java.util.stream.Collectors.toSet", "java.util.stream.Collectors.toMap",
            "java.util.stream.Collectors.toUnmodifiableSet",
            "java.util.stream.Collectors.toUnmodifiableMap",
            "java.util.stream.Collectors.groupingBy",
            "java.util.stream.Collectors.partitioningBy");

    private static final Set<String> FROM_OUTSIDE = Set.of(
            "java.lang.Math.random", "java.lang.StrictMath.random", "java.util.UUID.randomUUID",
            "java.util.Collections.shuffle", "java.lang.Object.wait", "java.lang.Object.notify");

    private static final Set<String> FLOATING =
            Set.of("float", "double", "java.lang.Float", "java.lang.Double");

    @ArchTest
    static final ArchRule NO_INPUT_OR_OUTPUT = noClasses()
            .should().dependOnClassesThat().resideInAnyPackage(
                    "java.io..", "java.net..", "java.nio.file..", "java.nio.channels..",
                    "java.util.logging..", "java.lang.foreign..", "java.sql..")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.lang.Process")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.lang.Runtime");

    @ArchTest
    static final ArchRule NO_THREADS = noClasses()
            .should().dependOnClassesThat().resideInAPackage("java.util.concurrent..")
            .orShould().dependOnClassesThat().haveNameMatching("java\\.lang\\.Thread.*")
            .orShould().callMethodWhere(isNamed(Set.of(
                    "java.util.Collection.parallelStream",
                    "java.util.stream.BaseStream.parallel")));

    @ArchTest
    static final ArchRule NO_LOCKS = methods()
            .should().notHaveModifier(JavaModifier.SYNCHRONIZED);

    @ArchTest
    static final ArchRule NO_CLOCK = noClasses()
            .should().dependOnClassesThat().resideInAPackage("java.time..")
            .orShould().dependOnClassesThat().haveNameMatching("java\\.util\\.(Date|Timer.*)")
            .orShould().callMethodWhere(isNamed(Set.of(
                    "java.lang.System.currentTimeMillis", "java.lang.System.nanoTime",
                    "java.lang.System.getenv", "java.lang.System.getProperty",
                    "java.lang.System.identityHashCode")))
            .orShould().accessField(System.class, "out")
            .orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule NO_CHANCE = noClasses()
            .should().dependOnClassesThat().haveNameMatching("java\\..*Random.*")
            .orShould().dependOnClassesThat().resideInAPackage("java.util.random..")
            .orShould().callMethodWhere(isNamed(FROM_OUTSIDE));

    @ArchTest
    static final ArchRule NO_UNDEFINED_ORDER = noClasses()
            .should().dependOnClassesThat(describe(
                    "are unordered collections", c -> UNORDERED.contains(c.getFullName())))
            .orShould().callMethodWhere(isNamed(UNORDERED_CALLS));

    @ArchTest
    static final ArchRule NO_FLOATING_POINT_IN_FIELDS = noFields()
            .should().haveRawType(describe("floating point", HouseRulesTest::isFloating));

    @ArchTest
    static final ArchRule NO_FLOATING_POINT_IN_SIGNATURES = methods()
            .should(new ArchCondition<JavaCodeUnit>("not take or return floating point") {
                @Override
                public void check(JavaCodeUnit unit, ConditionEvents events) {
                    boolean floats = isFloating(unit.getRawReturnType())
                            || unit.getRawParameterTypes().stream()
                                    .anyMatch(HouseRulesTest::isFloating);
                    events.add(new SimpleConditionEvent(unit, !floats, unit.getFullName()));
                }
            });

    @ArchTest
    static final ArchRule NO_CALLS_WITH_FLOATING_POINT = noClasses()
            .should().callCodeUnitWhere(describe("floating point",
                    (JavaCall<?> call) -> isFloating(call.getTarget().getRawReturnType())
                            || call.getTarget().getRawParameterTypes().stream()
                                    .anyMatch(HouseRulesTest::isFloating)));

    @ArchTest
    static final ArchRule NO_STATIC_VARIABLES = fields()
            .that().areStatic()
            .should().beFinal()
            .andShould(new ArchCondition<JavaField>("be of a type that can't change") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                    JavaClass type = field.getRawType();
                    boolean synthetic = field.getModifiers().contains(JavaModifier.SYNTHETIC);
                    boolean mutable = type.isArray()
                            || type.isAssignableTo(java.util.Map.class)
                            || type.isAssignableTo(java.util.Set.class)
                            || type.isAssignableTo(java.util.Queue.class)
                            || type.isAssignableTo(StringBuilder.class);
                    events.add(new SimpleConditionEvent(
                            field, synthetic || !mutable, field.getFullName()));
                }
            });

    /**
     * The two that take bytes apart and put them together live for one call. The state of the
     * clearinghouse, its commitment, and the replica that owns them change in place: they are too
     * large to be copied with every command.
     */
    @ArchTest
    static final ArchRule NOTHING_CHANGES_ONCE_IT_IS_MADE = fields()
            .that().areDeclaredInClassesThat().haveNameNotMatching(".*\\.codec\\.Byte.*")
            .and().areDeclaredInClassesThat()
            .resideOutsideOfPackages("org.quittance.core.settlement.state",
                    "org.quittance.core.settlement.commit", "org.quittance.core.replica")
            .should().beFinal();

    /**
     * Its methods are public only because the rules are in another package. Restoring fills a new
     * ledger, which nobody else has yet.
     */
    @ArchTest
    static final ArchRule ONLY_THE_RULES_CHANGE_THE_STATE = noClasses()
            .that().resideOutsideOfPackages(
                    "org.quittance.core.settlement", "org.quittance.core.settlement.state")
            .and().doNotHaveSimpleName("Restoring")
            .should().callMethodWhere(describe("change the state", HouseRulesTest::isChange));

    @ArchTest
    static final ArchRule PACKAGES_DEPEND_ONLY_ON_THOSE_BELOW = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("base").definedBy("org.quittance.core.base..")
            .layer("crypto").definedBy("org.quittance.core.crypto..")
            .layer("message").definedBy("org.quittance.core.message..")
            .layer("codec").definedBy("org.quittance.core.codec..")
            .layer("consensus").definedBy("org.quittance.core.consensus..")
            .layer("state").definedBy("org.quittance.core.settlement.state..")
            .layer("settlement").definedBy("org.quittance.core.settlement")
            .layer("commit").definedBy("org.quittance.core.settlement.commit..")
            .layer("commands").definedBy("org.quittance.core.settlement.codec..")
            .layer("replica").definedBy("org.quittance.core.replica..")
            .layer("trace").definedBy("org.quittance.core.trace..")
            .whereLayer("base").mayNotAccessAnyLayer()
            .whereLayer("crypto").mayOnlyAccessLayers("base")
            .whereLayer("message").mayOnlyAccessLayers("base")
            .whereLayer("codec").mayOnlyAccessLayers("base", "message")
            .whereLayer("consensus").mayOnlyAccessLayers("base", "crypto", "message", "codec")
            .whereLayer("state").mayOnlyAccessLayers("base")
            .whereLayer("settlement").mayOnlyAccessLayers("base", "state")
            .whereLayer("commit").mayOnlyAccessLayers("base", "codec", "state", "settlement")
            .whereLayer("commands").mayOnlyAccessLayers(
                    "base", "crypto", "message", "codec", "state", "settlement", "commit")
            .whereLayer("replica").mayOnlyAccessLayers(
                    "base", "crypto", "message", "codec", "consensus",
                    "state", "settlement", "commit", "commands")
            .whereLayer("trace").mayOnlyAccessLayers(
                    "base", "message", "consensus", "state", "settlement", "replica");

    @ArchTest
    static final ArchRule CONSENSUS_KNOWS_NOTHING_ABOVE_IT = noClasses()
            .that().resideInAPackage("org.quittance.core.consensus..")
            .should().dependOnClassesThat(resideInAnyPackage("org.quittance..")
                    .and(DescribedPredicate.not(resideInAnyPackage(
                            "org.quittance.core.base..", "org.quittance.core.crypto..",
                            "org.quittance.core.message..", "org.quittance.core.codec..",
                            "org.quittance.core.consensus.."))));

    @ArchTest
    static void rulesSeeEveryPackage(JavaClasses core) {
        assertThat(core.size()).isGreaterThanOrEqualTo(250);
        for (String name : PACKAGES) {
            assertThat(core.stream()
                    .filter(c -> c.getPackageName().equals("org.quittance.core." + name)))
                    .as(name).hasSizeGreaterThanOrEqualTo(3);
        }
        assertThat(core.stream().flatMap(c -> c.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Spec.class)))
                .hasSizeGreaterThanOrEqualTo(70);
    }

    private static boolean isFloating(JavaClass type) {
        return FLOATING.contains(type.getBaseComponentType().getFullName());
    }

    private static boolean isChange(JavaMethodCall call) {
        return call.getTargetOwner().getPackageName().equals("org.quittance.core.settlement.state")
                && call.getName().matches(
                        "(set|add|put|use|open|list|jail|remove|reduce).*");
    }

    private static DescribedPredicate<JavaMethodCall> isNamed(
            Set<String> names) {
        return describe("call one of " + names, call -> names.contains(
                call.getTargetOwner().getFullName() + "." + call.getName()));
    }
}
