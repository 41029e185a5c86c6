package org.quittance.core.consensus;

/**
 * How long timers run, in milliseconds, all at least 1.
 *
 * @param leader the leader timer while all goes well
 * @param view the view timer while all goes well; at least {@code leader}
 * @param most what neither of them exceeds, however long no block was final; at least {@code view}
 * @param rebroadcast time from one rebroadcast to the next
 */
public record Timing(long leader, long view, long most, long rebroadcast) {

    public Timing {
        if (leader < 1 || rebroadcast < 1) {
            throw new IllegalArgumentException("timers run for at least 1 ms, but leader is "
                    + leader + " and rebroadcast is " + rebroadcast);
        }
        if (view < leader || most < view) {
            throw new IllegalArgumentException("leader <= view <= most must hold, but they are "
                    + leader + ", " + view + " and " + most);
        }
    }

    /** A choice for messages that take well under half a second. */
    public static Timing usual() {
        return new Timing(1_000, 2_000, 60_000, 1_000);
    }
}
