/** An extension of JUnit 5: tests whose runs must conform to a spec in TLA+. */
package org.quittance.trace.junit;
