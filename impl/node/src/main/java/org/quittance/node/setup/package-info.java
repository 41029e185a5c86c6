/** What an operator hands in: keys, genesis, configuration. */
package org.quittance.node.setup;
