/** What the people of a simulated clearinghouse want, and what its validators see. */
package org.quittance.sim.settlement;
