package org.quittance.example.twophase;

/**
 * A message.
 *
 * @param kind "yes" of a participant, "commit" or "abort" of the coordinator
 * @param from who sends it
 */
public record Message(String kind, int from) {}
