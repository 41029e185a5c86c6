/**
 * What a replica commits itself to: the settlement state as entries, a Merkle tree over them with
 * its root and proofs, and snapshots.
 */
package org.quittance.core.settlement.commit;
