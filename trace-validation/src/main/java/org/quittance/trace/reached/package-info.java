/** Which parts of a spec traces make TLC evaluate: what none reaches, no trace would notice. */
package org.quittance.trace.reached;
