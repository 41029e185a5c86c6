package org.quittance.core.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.base.Spec;

/** An action of the spec, its guard, its event and its test have one name. */
class SpecNamesTest {

    /** Those that a validator takes itself: it does not crash on purpose. */
    static Stream<String> actions() {
        return Arrays.stream(Event.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .filter(name -> !List.of("Receive", "Crash").contains(name));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void everyActionHasOneTransitionOneGuardAndATest(String action)
            throws ClassNotFoundException {
        assertThat(methodsFor("Simplex!" + action)).singleElement()
                .satisfies(method -> assertThat(action).isIn(names(method)));
        assertThat(methodsFor("Simplex!Can" + action)).hasSize(1);
        assertThat(Class.forName("org.quittance.core.consensus." + action + "Test")).isNotNull();
    }

    @Test
    void actionsAreThoseOfTheSpec() {
        assertThat(actions()).containsExactly("HoldCertificate", "EnterView", "Propose",
                "Notarize", "Nullify", "Finalize", "Persist", "Commit", "Restart");
    }

    /** A method can't be named finalize, which is Java's own. */
    private static List<String> names(Method method) {
        String name = method.getName().replace("finalizeBlock", "finalize");
        return List.of(Character.toUpperCase(name.charAt(0)) + name.substring(1));
    }

    private static List<Method> methodsFor(String definition) {
        return Stream.of(Transitions.class, Guards.class, Replay.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Spec.class)
                        && method.getAnnotation(Spec.class).value().equals(definition))
                .toList();
    }
}
