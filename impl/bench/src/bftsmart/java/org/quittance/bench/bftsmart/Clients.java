package org.quittance.bench.bftsmart;

import bftsmart.tom.ServiceProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import org.quittance.bench.cluster.ClosedLoop;

/**
 * Clients of BFT-SMaRt: {@code Clients CONFIGURATION}. Reads lines with the number of clients, the
 * bytes of a request and seconds, and answers each with a line of what was measured.
 */
public final class Clients {

    private static final int FIRST_ID = 1001;

    private Clients() {}

    /** Runs until there are no more lines. */
    public static void main(String[] args) throws InterruptedException {
        List<ServiceProxy> proxies = new ArrayList<>();
        try (Scanner in = new Scanner(System.in)) {
            while (in.hasNextInt()) {
                int clients = in.nextInt();
                byte[] request = new byte[in.nextInt()];
                double seconds = Double.parseDouble(in.next());
                while (proxies.size() < clients) {
                    proxies.add(new ServiceProxy(FIRST_ID + proxies.size(), args[0]));
                }
                ClosedLoop.Measured measured = ClosedLoop.run(
                        proxies.subList(0, clients).stream().map(it -> call(it, request)).toList(),
                        seconds);
                System.out.println("measured " + measured.json());
            }
        }
        System.exit(0);
    }

    private static ClosedLoop.Client call(ServiceProxy proxy, byte[] request) {
        return () -> {
            if (proxy.invokeOrdered(request) == null) {
                throw new IllegalStateException("no answer in time");
            }
        };
    }
}
