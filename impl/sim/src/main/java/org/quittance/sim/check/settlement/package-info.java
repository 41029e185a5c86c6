/**
 * One checker per property of the settlement specs, under the spec's name for it. They work on a
 * {@link Picture} of the state and with formulas of their own, written as naively as possible.
 */
package org.quittance.sim.check.settlement;
