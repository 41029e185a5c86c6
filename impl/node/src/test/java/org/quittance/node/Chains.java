package org.quittance.node;

import java.util.ArrayList;
import java.util.List;
import org.quittance.core.base.Validator;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.base.Weight;
import org.quittance.core.crypto.SimulationScheme;

/** Validator sets for tests. */
public final class Chains {

    private Chains() {}

    /** Four validators of weight 1. */
    public static ValidatorSet validators(String chain) {
        SimulationScheme scheme = new SimulationScheme(1);
        List<Validator> validators = new ArrayList<>();
        for (int node = 0; node < 4; node++) {
            validators.add(new Validator(new Weight(1), scheme.signer(node).publicKey()));
        }
        return new ValidatorSet(chain, 0, validators);
    }
}
