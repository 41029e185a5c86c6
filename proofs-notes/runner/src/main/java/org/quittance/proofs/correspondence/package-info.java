/** Compares the actions of the specs with those of the proof, part by part. */
package org.quittance.proofs.correspondence;
