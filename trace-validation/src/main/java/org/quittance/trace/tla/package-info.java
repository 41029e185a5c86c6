/** From a trace to a module of TLA+: constants from the header, and the events as a literal. */
package org.quittance.trace.tla;
