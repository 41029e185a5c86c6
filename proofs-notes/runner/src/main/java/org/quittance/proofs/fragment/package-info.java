/** Whether a question is in a fragment of logic that solvers decide. */
package org.quittance.proofs.fragment;
