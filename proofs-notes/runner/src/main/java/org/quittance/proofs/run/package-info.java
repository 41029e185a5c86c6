/** Runs the proof: conditions, what must be true of them, table and results. */
package org.quittance.proofs.run;
