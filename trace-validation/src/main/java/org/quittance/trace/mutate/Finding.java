package org.quittance.trace.mutate;

/**
 * What came of a mutant, in short.
 *
 * @param group what mutants it is like
 * @param at file and line of the event with the flaw, in the accepted trace
 * @param outcome what came of it
 * @param named what the explanation names
 * @param said what was said of it, in one line
 * @param isByChance whether it stands for others of its group, and was not picked for what it is
 */
record Finding(
        Group group, String at, Outcome outcome, Named named, String said, boolean isByChance) {

    /** The same of a mutant that was picked. */
    Finding picked() {
        return new Finding(group, at, outcome, named, said, false);
    }
}
