package org.quittance.trace.mutate;

/**
 * What came of a mutant, in short.
 *
 * @param group what mutants it is like
 * @param at file and line of the event with the flaw, in the accepted trace
 * @param outcome what came of it
 * @param named what the explanation names
 * @param said what was said of it, in one line
 */
record Finding(Group group, String at, Outcome outcome, Named named, String said) {}
