/** Merges what the processes of a run recorded, each for itself; afterwards, or while they run. */
package org.quittance.trace.merge;
