/** The command line: models, traces and the demo. */
package org.quittance.cli;
