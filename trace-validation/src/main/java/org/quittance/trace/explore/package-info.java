/** Model checking from states that recorded runs have reached. */
package org.quittance.trace.explore;
