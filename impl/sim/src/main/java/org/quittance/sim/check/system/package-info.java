/** One checker per property of the spec {@code System}, under the spec's name for it. */
package org.quittance.sim.check.system;
