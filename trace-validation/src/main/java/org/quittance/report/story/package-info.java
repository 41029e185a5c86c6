/** What traces of settlement and of attestation tell, as facts that can be shown. */
package org.quittance.report.story;
