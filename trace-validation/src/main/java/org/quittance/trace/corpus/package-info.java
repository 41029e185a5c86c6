/** The sample traces: what must be accepted, what must be rejected where, and what they cover. */
package org.quittance.trace.corpus;
