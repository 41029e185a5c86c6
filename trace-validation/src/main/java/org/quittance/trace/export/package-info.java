/** Runs for other tools: their states, their order in time, and models that begin in one. */
package org.quittance.trace.export;
