/** The command line of the node, and what its packages have in common. */
package org.quittance.node;
