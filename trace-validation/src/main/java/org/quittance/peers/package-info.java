/**
 * The comparison with other projects that validate traces with TLA+: runs of equal length through
 * their published trace specs under the official TLC, beside ours. Nothing of those projects is
 * part of this one; what it needs of them is looked for in a folder that the user names.
 */
package org.quittance.peers;
