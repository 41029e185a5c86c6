/** The commands. */
package org.quittance.node.cli;
