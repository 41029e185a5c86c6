/**
 * The specs of Quittance as inputs of trace validation: what events say, and which constants the
 * header of a trace stands for. The engine knows none of it.
 */
package org.quittance.trace.specs;
