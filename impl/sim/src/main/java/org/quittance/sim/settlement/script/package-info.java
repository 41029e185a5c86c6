/** Markets in which everything that happens is written down, command by command. */
package org.quittance.sim.settlement.script;
