/** Breaks the proof on purpose: each break must be noticed. */
package org.quittance.proofs.mutant;
