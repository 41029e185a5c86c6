/** Takes over the settlement state from others instead of executing all blocks. */
package org.quittance.node.sync;
