/**
 * Mutants of traces: accepted traces with one flaw each, and how many of them are rejected where
 * the flaw is. What a value may be is learnt from the traces, so that nothing here is about one
 * spec; what is, stands in the lists of consequences and survivors.
 */
package org.quittance.trace.mutate;
