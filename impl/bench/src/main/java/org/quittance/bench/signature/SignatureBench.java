package org.quittance.bench.signature;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Prints how much time of a processor a signature takes: {@code SignatureBench ROUNDS MILLIS}. The
 * implementations take turns, round after round, so that what else the machine does concerns all of
 * them; of the rounds the median counts, the first third being for warming up.
 */
public final class SignatureBench {

    private static final int SAMPLES = 64;
    private static final int MESSAGE = 120;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private SignatureBench() {}

    private record Sample(byte[] seed, byte[] key, byte[] message, byte[] signature) {}

    private interface Action {

        boolean on(Sample sample) throws Exception;
    }

    /** Measures. */
    public static void main(String[] args) throws Exception {
        if (args.length != 2) {
            System.err.println("signatures: give two arguments: ROUNDS MILLIS");
            System.exit(2);
        }
        int rounds = Integer.parseInt(args[0]);
        long nanos = Long.parseLong(args[1]) * 1_000_000;
        List<Sample> samples = samples();
        Map<String, List<Double>> all = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Contender contender : Contenders.all()) {
                measure(all, contender.name() + "\tverify", nanos, samples, s ->
                        contender.verify(s.key(), s.message(), s.signature()));
                measure(all, contender.name() + "\tsign", nanos, samples, s ->
                        Arrays.equals(contender.sign(s.seed(), s.key(), s.message()),
                                s.signature()));
            }
            Quorums.measureAll(all, nanos);
        }
        all.forEach((name, micros) -> System.out.printf(Locale.ROOT, "%s\t%.1f us%n", name,
                median(micros.subList(rounds / 3, rounds))));
    }

    private static void measure(Map<String, List<Double>> all, String name, long nanos,
            List<Sample> samples, Action action) throws Exception {
        int[] next = {0};
        all.computeIfAbsent(name, key -> new ArrayList<>()).add(micros(nanos, () ->
                action.on(samples.get(next[0]++ % SAMPLES))));
    }

    /** What is done again and again; it must come out true. */
    interface Check {

        boolean holds() throws Exception;
    }

    /** Microseconds of the processor for one. */
    static double micros(long nanos, Check check) throws Exception {
        long began = THREADS.getCurrentThreadCpuTime();
        long now = began;
        int count = 0;
        while (now - began < nanos) {
            for (int k = 0; k < 8; k++) {
                if (!check.holds()) {
                    throw new IllegalStateException("a genuine signature was refused");
                }
            }
            count += 8;
            now = THREADS.getCurrentThreadCpuTime();
        }
        return (now - began) / 1e3 / count;
    }

    static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static List<Sample> samples() throws Exception {
        Random random = new Random(1);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        Contender jdk = Contenders.all().get(0);
        List<Sample> samples = new ArrayList<>();
        for (int k = 0; k < SAMPLES; k++) {
            KeyPair pair = generator.generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] key = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
            byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            byte[] message = new byte[MESSAGE];
            random.nextBytes(message);
            samples.add(new Sample(seed, key, message, jdk.sign(seed, key, message)));
        }
        return samples;
    }
}
