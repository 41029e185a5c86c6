/** Results in the formats that other programs read: SARIF and JUnit XML. */
package org.quittance.trace.results;
