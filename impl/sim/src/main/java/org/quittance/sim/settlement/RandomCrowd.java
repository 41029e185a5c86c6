package org.quittance.sim.settlement;

import org.quittance.core.settlement.State;
import org.quittance.sim.kernel.Rng;

/** A workload; three blocks of four prove a quittance of one of the latest heights. */
final class RandomCrowd implements Crowd {

    private static final int PROVES_PER_MILLE = 750;
    private static final int LATEST = 3;

    private final Workload workload;
    private final Rng rng;

    RandomCrowd(Market market, Keyring keys, Rng rng, Business business) {
        this.workload = new Workload(market, keys, rng.split("workload"), business);
        this.rng = rng;
    }

    @Override
    public long proves(long height) {
        long at = Math.max(0, height - 1 - rng.below(LATEST));
        return rng.chance(PROVES_PER_MILLE) ? at : 0;
    }

    @Override
    public int size(long height) {
        return workload.size(height);
    }

    @Override
    public Instruction next(int index, State s) {
        return workload.next(index, s);
    }
}
