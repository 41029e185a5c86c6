package org.quittance.bench.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import supranational.blst.P1;
import supranational.blst.P1_Affine;
import supranational.blst.P2;
import supranational.blst.P2_Affine;
import supranational.blst.Pairing;
import supranational.blst.SecretKey;

/** What it takes to check the signatures of a quorum that signed the same, added up with BLS. */
final class Quorums {

    private static final String DOMAIN = "BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_";
    private static final byte[] MESSAGE = new byte[120];
    private static final int[] SIZES = {3, 67};

    private Quorums() {}

    static void measureAll(Map<String, List<Double>> all, long nanos) throws Exception {
        for (int size : SIZES) {
            List<P1> keys = new ArrayList<>();
            P2 sum = new P2();
            for (int k = 0; k < size; k++) {
                SecretKey secret = new SecretKey();
                byte[] seed = new byte[32];
                seed[0] = (byte) k;
                secret.keygen(seed);
                keys.add(new P1(secret));
                sum = sum.add(sign(secret));
            }
            byte[] signature = sum.compress();
            all.computeIfAbsent("blst\tquorum of " + size, key -> new ArrayList<>())
                    .add(SignatureBench.micros(nanos, () -> verify(keys, signature)));
        }
        SecretKey secret = new SecretKey();
        secret.keygen(new byte[32]);
        all.computeIfAbsent("blst\tsign", key -> new ArrayList<>())
                .add(SignatureBench.micros(nanos, () -> !sign(secret).is_inf()));
    }

    private static P2 sign(SecretKey secret) {
        return new P2().hash_to(MESSAGE, DOMAIN, new byte[0]).sign_with(secret);
    }

    private static boolean verify(List<P1> keys, byte[] signature) {
        P1 sum = new P1();
        for (P1 key : keys) {
            sum = sum.add(key);
        }
        P2_Affine point = new P2_Affine(signature);
        Pairing pairing = new Pairing(true, DOMAIN);
        pairing.aggregate(new P1_Affine(sum), point, MESSAGE, new byte[0]);
        pairing.commit();
        return point.in_group() && pairing.finalverify();
    }
}
