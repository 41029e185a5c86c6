package org.quittance.core.base;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Ties a method to the TLA+ action or operator that it implements, for example {@code
 * "Simplex!Notarize"}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Spec {

    /** The name of the module, an exclamation mark, and the name of the definition in it. */
    String value();
}
