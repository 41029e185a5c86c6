/** What talks to SANY's classes; loaded anew for each module by {@code TlcLoader}. */
package org.quittance.trace.spec.sany;
