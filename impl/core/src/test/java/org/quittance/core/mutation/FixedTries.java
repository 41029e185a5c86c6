package org.quittance.core.mutation;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * While compiled classes are mutated, properties try the same few samples each time: who survives
 * doesn't depend on luck, and it takes less time. Without the system property {@value #TRIES}
 * nothing changes.
 */
public final class FixedTries implements AroundPropertyHook {

    /** The system property with the number of tries of a jqwik property that asks for none. */
    static final String TRIES = "mutation.tries";

    /** Any number would do. */
    private static final String SEED = "1";

    @Override
    public PropertyExecutionResult aroundProperty(
            PropertyLifecycleContext context, PropertyExecutor property) {
        Integer most = Integer.getInteger(TRIES);
        if (most != null) {
            limit(context.attributes(), most);
        }
        return property.execute();
    }

    static void limit(PropertyAttributes attributes, int most) {
        if (attributes.tries().isEmpty()) {
            attributes.setTries(most);
        }
        attributes.setSeed(SEED);
        attributes.setShrinking(ShrinkingMode.OFF);
        attributes.setAfterFailure(AfterFailureMode.RANDOM_SEED);
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public boolean appliesTo(Optional<AnnotatedElement> element) {
        return true;
    }
}
