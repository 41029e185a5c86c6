/** Replicas that break the rules, each in ways of its own, with their own keys only. */
package org.quittance.sim.byzantine;
