/** Benchmarks of the settlement core, and of exchange-core on the same flow of orders. */
package org.quittance.bench;
