package org.quittance.sim.settlement;

import java.util.ArrayList;
import java.util.List;
import org.quittance.core.crypto.SignatureScheme;
import org.quittance.core.crypto.Signer;
import org.quittance.core.crypto.SimulationScheme;

/**
 * The keys of everyone: validators, the owners of accounts, custodians, governors.
 *
 * @param scheme what all of them sign with
 */
public record Keyring(SimulationScheme scheme) {

    private static final int ACCOUNTS = 1_000;
    private static final int CUSTODIANS = 1_000_000;
    private static final int GOVERNORS = 2_000_000;

    /** The keys of one seed. Validators have the same in the ordering. */
    public static Keyring of(long seed) {
        return new Keyring(new SimulationScheme(seed));
    }

    public Signer validator(int index) {
        return scheme.signer(index);
    }

    public Signer account(int id) {
        return scheme.signer(ACCOUNTS + id);
    }

    public Signer custodian(int index) {
        return scheme.signer(CUSTODIANS + index);
    }

    public Signer governor(int index) {
        return scheme.signer(GOVERNORS + index);
    }

    /** The first so many custodians. */
    public List<Signer> custodians(int count) {
        List<Signer> all = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            all.add(custodian(index));
        }
        return all;
    }

    /** The first so many governors. */
    public List<Signer> governors(int count) {
        List<Signer> all = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            all.add(governor(index));
        }
        return all;
    }

    /** Checks their signatures. */
    public SignatureScheme verifier() {
        return scheme;
    }
}
