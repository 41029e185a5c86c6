/** The subcommands about traces. */
package org.quittance.trace.cli;
