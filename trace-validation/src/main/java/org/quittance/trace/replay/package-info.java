/** The second way: TLC's evaluator steps through the trace, event by event, and can explain. */
package org.quittance.trace.replay;
