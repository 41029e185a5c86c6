/** Signatures behind one interface: Ed25519, and a fast deterministic scheme for simulation. */
package org.quittance.core.crypto;
