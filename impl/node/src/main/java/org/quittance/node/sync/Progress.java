package org.quittance.node.sync;

/**
 * How far a validator is.
 *
 * @param executed height of the last block that it executed
 * @param quitted height of the newest quittance that it holds
 */
public record Progress(long executed, long quitted) {}
