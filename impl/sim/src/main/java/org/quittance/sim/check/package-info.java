/** One checker per property of the specs, under the spec's name for it. */
package org.quittance.sim.check;
