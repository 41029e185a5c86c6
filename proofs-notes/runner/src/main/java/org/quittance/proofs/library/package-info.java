/** The texts of the proof, as they stand in the files. */
package org.quittance.proofs.library;
