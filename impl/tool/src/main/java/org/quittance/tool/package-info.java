/** The one program that people start. */
package org.quittance.tool;
