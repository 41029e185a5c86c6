package org.quittance.sim.fault;

import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.sim.check.Property;

/**
 * A mistake in the program such as real systems had, made in its source. All replicas have it.
 *
 * @param name of its trace; lower case, with hyphens
 * @param area the part of the protocol that it is in
 * @param does what the faulty program does, in a few words
 * @param edits what makes it
 * @param run where its trace shows it; absent if no trace of a run can
 * @param words what the explanation of the rejection must contain, all of it
 * @param broken the property that a checker finds broken in some run, if one was looked for
 * @param message what that checker says then, in part
 * @param unseen why no trace of a run shows it; empty if one does
 */
public record Fault(
        String name,
        Area area,
        String does,
        List<Edit> edits,
        @Nullable Run run,
        List<String> words,
        @Nullable Property broken,
        String message,
        String unseen) {

    public Fault {
        edits = List.copyOf(edits);
        words = List.copyOf(words);
    }

    /** A fault of which nothing is known yet. */
    static Fault of(String name, Area area, String does, Edit... edits) {
        return new Fault(name, area, does, List.of(edits), null, List.of(), null, "",
                "");
    }

    static Edit edit(String file, String from, String to) {
        return new Edit(file, from, to);
    }

    /** It shows in this run, and is explained in these words. */
    Fault shownBy(Run where, String... explained) {
        return new Fault(name, area, does, edits, where, List.of(explained), broken, message,
                "");
    }

    /** No trace shows it, for this reason. */
    Fault shownByNothing(String reason) {
        return new Fault(name, area, does, edits, null, List.of(), broken, message, reason);
    }

    /** In some run of many a checker, alone, finds this property broken, and says so. */
    Fault breaking(Property property, String says) {
        return new Fault(name, area, does, edits, run, words, property, says, unseen);
    }

    /** The run that shows it, if one does. */
    public Optional<Run> shown() {
        return Optional.ofNullable(run);
    }
}
