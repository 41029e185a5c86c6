package org.quittance.sim.scenario;

import java.util.List;

/**
 * Something about a scenario that can be set in one of several ways, each of which makes other
 * things likely in the run.
 *
 * @param name what is set
 * @param settings the ways, at least one
 */
public record Dial(String name, List<String> settings) {

    /** Copies the list. */
    public Dial {
        settings = List.copyOf(settings);
    }
}
