/** Records what the core did, and merges what several nodes recorded. */
package org.quittance.node.trace;
