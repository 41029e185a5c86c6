package org.quittance.core.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.base.Spec;

/** An action of the spec, its guard and its event have one name. */
class SpecNamesTest {

    /** Those that a replica takes itself: it does not crash on purpose. */
    static Stream<String> actions() {
        return Arrays.stream(SystemEvent.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .filter(name -> !List.of("ReceiveAttestation", "Crash").contains(name));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void everyActionHasOneTransitionAndOneGuard(String action) {
        assertThat(methodsFor("System!" + action)).singleElement()
                .satisfies(method -> assertThat(method.getName()).isEqualTo(lower(action)));
        if (!action.equals("Restart")) {
            assertThat(methodsFor("System!Can" + action)).singleElement()
                    .satisfies(method -> assertThat(method.getName()).isEqualTo("can" + action));
        }
    }

    @Test
    void actionsAreThoseOfTheSpec() {
        assertThat(actions()).containsExactly("Execute", "Attest", "Send", "FormQuittance",
                "ReceiveQuittance", "Stop", "Restart", "InstallSnapshot");
    }

    private static String lower(String action) {
        return Character.toLowerCase(action.charAt(0)) + action.substring(1);
    }

    private static List<Method> methodsFor(String definition) {
        return Stream.of(SystemRules.class, SystemState.class, ReplicaReplay.class,
                        SnapshotInstall.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Spec.class)
                        && method.getAnnotation(Spec.class).value().equals(definition))
                .toList();
    }
}
