/** The questions that the texts of the proof come to, for a solver to answer. */
package org.quittance.proofs.condition;
