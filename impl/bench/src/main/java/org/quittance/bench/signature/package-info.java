/** How fast implementations of Ed25519 are, and one of a scheme whose signatures add up. */
package org.quittance.bench.signature;
