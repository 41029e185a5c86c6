/** The table of what is proved and checked, on the page {@code proofs-notes/README.md}. */
package org.quittance.report.proof;
