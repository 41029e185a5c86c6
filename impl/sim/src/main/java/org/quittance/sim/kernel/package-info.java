/** Simulated time, chance, wires and disks. Knows nothing of consensus. */
package org.quittance.sim.kernel;
