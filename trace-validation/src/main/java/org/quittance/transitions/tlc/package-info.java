/** What talks to TLC's classes; loaded anew for each model by {@code TlcLoader}. */
package org.quittance.transitions.tlc;
