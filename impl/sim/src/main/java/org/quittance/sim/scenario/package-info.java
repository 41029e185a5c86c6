/** What will happen to a cluster: who is in it, who breaks the rules, which faults come when. */
package org.quittance.sim.scenario;
