/** S-expressions and formulas of SMT-LIB. */
package org.quittance.proofs.text;
