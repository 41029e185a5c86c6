package org.quittance.sim.scenario;

import java.util.List;

/** Something that goes wrong at a time, in milliseconds since the start of the run. */
public sealed interface Fault {

    /** When it begins. */
    long atMillis();

    /** How long it lasts. */
    long lastsMillis();

    /** When it is over. */
    default long endMillis() {
        return atMillis() + lastsMillis();
    }

    /** Nodes lose their power all at once and come back after a while. */
    record Crash(long atMillis, long lastsMillis, List<Integer> nodes) implements Fault {
        public Crash {
            nodes = List.copyOf(nodes);
        }

        @Override
        public String toString() {
            return "crash of " + nodes + " at " + atMillis + " for " + lastsMillis + " ms";
        }
    }

    /** The network falls apart: node i reaches only nodes with the same group number. */
    record Partition(long atMillis, long lastsMillis, List<Integer> groups) implements Fault {
        public Partition {
            groups = List.copyOf(groups);
        }

        @Override
        public String toString() {
            return "partition " + groups + " at " + atMillis + " for " + lastsMillis + " ms";
        }
    }

    /** Attestations and quittances are lost, whoever sends them. */
    record NoAttestations(long atMillis, long lastsMillis) implements Fault {
        @Override
        public String toString() {
            return "no attestations at " + atMillis + " for " + lastsMillis + " ms";
        }
    }
}
