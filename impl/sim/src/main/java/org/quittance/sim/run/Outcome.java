package org.quittance.sim.run;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.sim.check.Violation;
import org.quittance.sim.scenario.Scenario;

/**
 * How a run ended.
 *
 * @param violation what went wrong; null if nothing did
 * @param steps how many things had happened when it ended, counted from 1
 * @param millis the simulated time when it ended
 */
public record Outcome(
        Scenario scenario,
        Statistics statistics,
        @Nullable Violation violation,
        long steps,
        long millis) {}
