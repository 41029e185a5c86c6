/** The trace format, version 1: what a trace is, and its reader, which is strict. */
package org.quittance.trace.format;
