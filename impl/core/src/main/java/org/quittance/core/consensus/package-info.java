/**
 * Simplex as a pure function of state and input. Start at {@link
 * org.quittance.core.consensus.Simplex}, beside {@code specs/consensus/Simplex.tla}.
 */
package org.quittance.core.consensus;
