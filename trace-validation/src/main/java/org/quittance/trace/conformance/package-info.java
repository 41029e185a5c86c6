/** For programs in Java: record a run, and check that it conforms to a spec in TLA+. */
package org.quittance.trace.conformance;
