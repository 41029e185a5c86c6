package org.quittance.node.crypto;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.quittance.node.crypto.Curve.Point;

/**
 * Signatures about which implementations of Ed25519 are known to disagree, made from the formulae:
 * keys and commitments (the first half of a signature) of small order, with a part of small order,
 * and in encodings that are not canonical; and second halves that are not reduced. Which cases
 * there are is described by K. Chalkias, F. Garillot and V. Nikolaenko, "Taming the many EdDSAs",
 * 2020.
 */
final class Vectors {

    /** A key, a message and a signature. */
    record Vector(String name, byte[] key, byte[] message, byte[] signature) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** A point, and bytes that stand for it. */
    private record Encoded(String name, BigInteger scalar, byte[] bytes) {}

    private static final Point TORSION = Curve.torsion();
    private static final BigInteger SECRET = scalar(1);
    private static final BigInteger NONCE = scalar(2);

    /** All of them; made once. */
    static final List<Vector> ALL = List.copyOf(all());

    private Vectors() {}

    private static BigInteger scalar(long seed) {
        return new BigInteger(250, new Random(seed));
    }

    /** Many of them hold for the points, with or without the cofactor. */
    private static List<Vector> all() {
        List<Vector> all = new ArrayList<>();
        for (Encoded key : points(SECRET)) {
            for (Encoded commitment : points(NONCE)) {
                // Several, since it matters what the challenge leaves modulo 8.
                for (int k = 0; k < 3; k++) {
                    add(all, key, commitment, k);
                }
            }
        }
        addUnreduced(all);
        addBroken(all);
        return all;
    }

    private static List<Encoded> points(BigInteger scalar) {
        List<Encoded> points = new ArrayList<>();
        Point clean = Curve.BASE.times(scalar);
        for (int k = 0; k < 8; k++) {
            Point small = TORSION.times(BigInteger.valueOf(k));
            points.add(new Encoded("small " + k, BigInteger.ZERO, small.encode()));
            points.add(new Encoded("mixed " + k, scalar, clean.plus(small).encode()));
        }
        // What can be written in another way: y + p in place of y, and -0 in place of 0.
        for (int y = 0; y < 19; y++) {
            for (boolean sign : new boolean[] {false, true}) {
                BigInteger number = BigInteger.valueOf(y);
                if (Curve.point(number, sign).isPresent()) {
                    points.add(new Encoded("y = p + " + y + (sign ? " signed" : ""),
                            BigInteger.ZERO, Curve.bytes(number.add(Curve.P), sign)));
                }
            }
        }
        points.add(new Encoded("1, -0", BigInteger.ZERO, Curve.bytes(BigInteger.ONE, true)));
        points.add(new Encoded("-1, -0", BigInteger.ZERO,
                Curve.bytes(Curve.P.subtract(BigInteger.ONE), true)));
        return points;
    }

    private static void add(List<Vector> all, Encoded key, Encoded commitment, int k) {
        byte[] message = ("message " + k).getBytes(StandardCharsets.UTF_8);
        BigInteger challenge = Curve.challenge(commitment.bytes(), key.bytes(), message);
        BigInteger second = commitment.scalar().add(challenge.multiply(key.scalar())).mod(Curve.L);
        all.add(new Vector("key " + key.name() + ", commitment " + commitment.name() + ", " + k,
                key.bytes(), message, Curve.join(commitment.bytes(), Curve.little(second))));
    }

    private static void addUnreduced(List<Vector> all) {
        byte[] key = Curve.BASE.times(SECRET).encode();
        byte[] commitment = Curve.BASE.times(NONCE).encode();
        byte[] message = {1, 2, 3};
        BigInteger second = NONCE.add(
                Curve.challenge(commitment, key, message).multiply(SECRET)).mod(Curve.L);
        for (int k = 0; k < 16; k++) {
            BigInteger more = second.add(Curve.L.multiply(BigInteger.valueOf(k)));
            if (more.bitLength() <= 256) {
                all.add(new Vector("second half + " + k + " L", key, message,
                        Curve.join(commitment, Curve.little(more))));
            }
        }
    }

    private static void addBroken(List<Vector> all) {
        byte[] key = Curve.BASE.times(SECRET).encode();
        byte[] zeros = new byte[64];
        all.add(new Vector("zeros", key, new byte[0], zeros));
        all.add(new Vector("all zeros", new byte[32], new byte[0], zeros));
        byte[] ones = new byte[64];
        java.util.Arrays.fill(ones, (byte) 0xff);
        all.add(new Vector("ones", key, new byte[0], ones));
        all.add(new Vector("key of ones", java.util.Arrays.copyOf(ones, 32), new byte[0], zeros));
        for (int y = 2; y < 40; y++) {
            byte[] bytes = Curve.little(BigInteger.valueOf(y));
            if (Curve.point(BigInteger.valueOf(y), false).isEmpty()) {
                all.add(new Vector("no point: key " + y, bytes, new byte[1], zeros));
                all.add(new Vector("no point: commitment " + y, key, new byte[1],
                        Curve.join(bytes, new byte[32])));
            }
        }
    }
}
