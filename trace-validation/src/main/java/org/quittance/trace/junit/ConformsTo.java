package org.quittance.trace.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The run of each test must conform to a spec in TLA+.
 *
 * <pre>
 * &#64;Test
 * &#64;ConformsTo("src/main/tla/two-phase.json")
 * void commits(TraceRecorder trace) {
 *     trace.begin(4);
 *     new Program(trace::log).run();
 * }
 * </pre>
 *
 * <p>The test gets a {@link org.quittance.trace.conformance.TraceRecorder}, to which the program
 * logs its steps. After the test, and after its {@code @AfterEach} methods, the trace is validated.
 * The test fails where the spec does not allow a step, and says why; and it fails if nothing was
 * logged, or if the trace can't be judged.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(ConformsToExtension.class)
public @interface ConformsTo {

    /** The path of the mapping file, from the folder in which tests run. */
    String value();

    /** The folder where the traces are kept, one for each test. */
    String traces() default "target/traces";
}
