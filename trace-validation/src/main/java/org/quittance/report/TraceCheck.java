package org.quittance.report;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.ValidationResult;

/**
 * A validated trace.
 *
 * @param what what the trace is, in words
 * @param result what the validator says of it
 * @param expectedRejection the place, from 1, of the event that must be rejected; absent if the
 *     trace must be accepted
 */
public record TraceCheck(
        String what, ValidationResult result, @Nullable Integer expectedRejection) {}
