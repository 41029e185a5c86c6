package org.quittance.proofs.correspondence;

/**
 * A part of the specs or of the proof.
 *
 * @param at where it stands: an operator of the specs, or an action of the proof with a guard
 * @param text as it is written, with one space between words
 */
public record Part(String at, String text) {}
