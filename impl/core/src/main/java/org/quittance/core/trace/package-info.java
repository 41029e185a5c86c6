/** Writes traces, version 1. */
package org.quittance.core.trace;
