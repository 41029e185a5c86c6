/** The first way: TLC itself, in a JVM of its own, runs over the trace as a literal. */
package org.quittance.trace.batch;
