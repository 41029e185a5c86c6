/**
 * Trace validation: is a recorded run of the implementation a behaviour of the spec?
 *
 * <p>Two ways answer it independently, both with TLC: {@code batch} has TLC run over the trace as a
 * literal, {@code replay} steps through the trace with TLC's evaluator and can explain a rejection.
 */
package org.quittance.trace;
