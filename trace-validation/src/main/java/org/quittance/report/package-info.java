/** The verdict of what was checked, as a page of text and as an HTML file, and the demo. */
package org.quittance.report;
