/** The core's machine on simulated time, with keys and an application. */
package org.quittance.sim.host;
