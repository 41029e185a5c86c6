package org.quittance.sim.settlement;

import java.util.SortedSet;
import org.quittance.core.settlement.Genesis;
import org.quittance.sim.kernel.Rng;

/** What is settled in a run: what it begins with, and who gives commands then. */
public interface Play {

    /** The genesis with the keys of a keyring. */
    Genesis genesis(Keyring keys);

    /** Validators that report anything; less than a third of the stake. */
    SortedSet<Integer> faulty();

    /** Whoever gives commands, with these keys and whatever chance decides. */
    Crowd crowd(Keyring keys, Rng rng);
}
