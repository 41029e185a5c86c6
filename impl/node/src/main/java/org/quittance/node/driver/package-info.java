/** Drives the core's replica: one thread, real time, real disk, real network. */
package org.quittance.node.driver;
