/** Exact numbers of any size for TLC, whose own have 32 bits; loaded beside TLC. */
package org.quittance.trace.amount;
