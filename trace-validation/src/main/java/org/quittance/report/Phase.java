package org.quittance.report;

/**
 * What one phase came to.
 *
 * @param name what was done
 * @param status how it ended
 * @param summary one sentence: what is known now, or why it failed or was not run
 */
public record Phase(String name, Status status, String summary) {}
