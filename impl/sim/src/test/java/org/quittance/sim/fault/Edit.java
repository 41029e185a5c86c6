package org.quittance.sim.fault;

/**
 * A change of one place of a source file.
 *
 * @param file its path below the folder of the core's package, without ending
 * @param from what is there, once; each space stands for any white space
 * @param to what stands there instead
 */
public record Edit(String file, String from, String to) {}
