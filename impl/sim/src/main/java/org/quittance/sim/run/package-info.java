/** A cluster of correct and Byzantine replicas on simulated wires, disks and time. */
package org.quittance.sim.run;
