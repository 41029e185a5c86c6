/** How fast a cluster of processes is, and others beside it. */
package org.quittance.bench.cluster;
