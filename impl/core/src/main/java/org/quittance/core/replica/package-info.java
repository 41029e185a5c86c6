/**
 * A whole replica: ordering, execution of what is final, and attestation of what came of it. The
 * spec of the latter is {@code specs/system/System.tla}.
 */
package org.quittance.core.replica;
