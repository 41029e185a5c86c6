/** What talks to TLC's classes; loaded anew for each trace by {@code TlcLoader}. */
package org.quittance.trace.replay.tlc;
