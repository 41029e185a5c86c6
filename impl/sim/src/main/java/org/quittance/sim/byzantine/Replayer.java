package org.quittance.sim.byzantine;

import java.util.ArrayList;
import java.util.List;
import org.quittance.sim.scenario.Behaviour;

/** Keeps what it hears and says, and says some of it again, to anyone, much later. */
final class Replayer implements Vice {

    private static final int KEPT = 400;
    private static final int AT_ONCE = 3;

    private final Hands hands;
    private final List<byte[]> kept = new ArrayList<>();
    private boolean replaying;

    Replayer(Hands hands) {
        this.hands = hands;
    }

    @Override
    public void passed(byte[] bytes) {
        if (replaying) {
            return;
        }
        if (kept.size() < KEPT) {
            kept.add(bytes);
        } else {
            kept.set(hands.rng().below(KEPT), bytes);
        }
    }

    @Override
    public void tick() {
        if (kept.isEmpty()) {
            return;
        }
        replaying = true;
        for (int i = 0; i < AT_ONCE; i++) {
            hands.send(hands.rng().pick(hands.others()), hands.rng().pick(kept));
        }
        replaying = false;
        hands.misbehaved(Behaviour.REPLAYER);
    }
}
