/**
 * What the clearinghouse knows. It changes in place: it belongs to one {@code Settlement}, which
 * checks before it changes anything. Every change is marked, for the state root and for traces.
 */
package org.quittance.core.settlement.state;
