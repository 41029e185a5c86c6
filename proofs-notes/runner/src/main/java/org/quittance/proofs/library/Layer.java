package org.quittance.proofs.library;

import java.util.List;

/**
 * A part of the proof: the system seen through some of its relations.
 *
 * @param shows what, in words
 * @param fragment what the conditions are claimed to be in: epr or linear
 * @param sees the relations of the state that the layer has
 * @param axioms the names of those that it uses
 * @param assumes the invariants that earlier layers showed
 * @param inductive the invariants that hold at the start and are kept by every action
 * @param implies what follows from them in each state
 * @param steps what follows from them for each step of an action
 * @param witnesses what must be possible
 * @param actions those that change something that the layer sees
 * @param stutters all others
 */
public record Layer(
        String name, String shows, String fragment, List<String> sees, List<String> axioms,
        List<String> assumes, List<String> inductive, List<String> implies, List<String> steps,
        List<String> witnesses, List<String> actions, List<String> stutters) {

    /** Copies the lists. */
    public Layer {
        sees = List.copyOf(sees);
        axioms = List.copyOf(axioms);
        assumes = List.copyOf(assumes);
        inductive = List.copyOf(inductive);
        implies = List.copyOf(implies);
        steps = List.copyOf(steps);
        witnesses = List.copyOf(witnesses);
        actions = List.copyOf(actions);
        stutters = List.copyOf(stutters);
    }

    /** All invariants that it has before a step. */
    public List<String> known() {
        List<String> all = new java.util.ArrayList<>(assumes);
        all.addAll(inductive);
        return all;
    }
}
