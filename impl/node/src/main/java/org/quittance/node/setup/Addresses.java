package org.quittance.node.setup;

import java.net.InetSocketAddress;

/** Reads addresses. */
public final class Addresses {

    private static final int LAST_PORT = 65_535;

    private Addresses() {}

    /**
     * Reads {@code host:port}.
     *
     * @param name what the address is of
     * @throws IllegalArgumentException if it is something else
     */
    public static InetSocketAddress parse(String name, String text) {
        int colon = text.lastIndexOf(':');
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (colon > 0 && port >= 0 && port <= LAST_PORT) {
                return new InetSocketAddress(text.substring(0, colon), port);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException(
                name + " must be host:port, but is \"" + text + "\"");
    }
}
