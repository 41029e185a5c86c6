/** Signatures as fast as this machine can check them. */
package org.quittance.node.crypto;
