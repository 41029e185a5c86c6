package org.quittance.sim.check.settlement;

import org.quittance.core.settlement.Event;

/** A step of the machine, with the state before and after it. */
public record Step(Event event, Picture before, Picture after) {}
