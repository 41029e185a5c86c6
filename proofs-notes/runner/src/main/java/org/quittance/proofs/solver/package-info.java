/** The solvers. */
package org.quittance.proofs.solver;
