package org.quittance.node.crypto;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The curve of Ed25519 from its formulae (RFC 8032, section 5.1), slow and plain, in order to make
 * signatures that no signer makes.
 */
final class Curve {

    static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    /** The order of the base point. */
    static final BigInteger L = BigInteger.TWO.pow(252)
            .add(new BigInteger("27742317777372353535851937790883648493"));

    private static final BigInteger D = BigInteger.valueOf(-121_665)
            .multiply(BigInteger.valueOf(121_666).modInverse(P)).mod(P);
    private static final BigInteger ROOT = BigInteger.TWO.modPow(
            P.subtract(BigInteger.ONE).shiftRight(2), P);

    static final Point NEUTRAL = new Point(BigInteger.ZERO, BigInteger.ONE);
    static final Point BASE = point(BigInteger.valueOf(4)
            .multiply(BigInteger.valueOf(5).modInverse(P)).mod(P), false).orElseThrow();

    private Curve() {}

    /** A point of the curve. */
    record Point(BigInteger x, BigInteger y) {

        Point plus(Point other) {
            BigInteger product = D.multiply(x).multiply(other.x).multiply(y).multiply(other.y);
            BigInteger xs = x.multiply(other.y).add(other.x.multiply(y))
                    .multiply(BigInteger.ONE.add(product).modInverse(P));
            BigInteger ys = y.multiply(other.y).add(x.multiply(other.x))
                    .multiply(BigInteger.ONE.subtract(product).modInverse(P));
            return new Point(xs.mod(P), ys.mod(P));
        }

        Point times(BigInteger factor) {
            Point sum = NEUTRAL;
            for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
                sum = sum.plus(sum);
                sum = factor.testBit(bit) ? sum.plus(this) : sum;
            }
            return sum;
        }

        /** The 32 bytes that the RFC gives it. */
        byte[] encode() {
            return bytes(y, x.testBit(0));
        }
    }

    /** The number as 32 bytes from the least on, with the sign in the highest bit. */
    static byte[] bytes(BigInteger y, boolean sign) {
        byte[] encoded = little(y);
        encoded[31] |= (byte) (sign ? 0x80 : 0);
        return encoded;
    }

    /** The number as 32 bytes, the least first. */
    static byte[] little(BigInteger number) {
        byte[] big = number.toByteArray();
        byte[] little = new byte[32];
        for (int k = 0; k < big.length; k++) {
            if (big.length - 1 - k < 32) {
                little[big.length - 1 - k] = big[k];
            }
        }
        return little;
    }

    /** The point with this y, whose x has this lowest bit, if there is one. */
    static Optional<Point> point(BigInteger y, boolean sign) {
        BigInteger square = y.multiply(y);
        BigInteger xx = square.subtract(BigInteger.ONE)
                .multiply(D.multiply(square).add(BigInteger.ONE).modInverse(P)).mod(P);
        BigInteger x = xx.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
        if (!x.multiply(x).mod(P).equals(xx)) {
            x = x.multiply(ROOT).mod(P);
        }
        if (!x.multiply(x).mod(P).equals(xx)) {
            return Optional.empty();
        }
        return Optional.of(new Point(x.testBit(0) == sign ? x : P.subtract(x).mod(P), y.mod(P)));
    }

    /** A point of order 8. */
    static Point torsion() {
        for (long y = 2; ; y++) {
            Optional<Point> found = point(BigInteger.valueOf(y), false)
                    .map(point -> point.times(L));
            if (found.isPresent()
                    && !found.get().times(BigInteger.valueOf(4)).equals(NEUTRAL)) {
                return found.get();
            }
        }
    }

    /** What the RFC multiplies the public key with. */
    static BigInteger challenge(byte[] r, byte[] key, byte[] message) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-512");
            sha.update(r);
            sha.update(key);
            byte[] little = sha.digest(message);
            byte[] big = new byte[little.length];
            for (int k = 0; k < little.length; k++) {
                big[k] = little[little.length - 1 - k];
            }
            return new BigInteger(1, big).mod(L);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
