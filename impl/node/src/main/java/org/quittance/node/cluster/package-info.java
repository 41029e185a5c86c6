/** Starts a whole cluster as processes on this machine. */
package org.quittance.node.cluster;
