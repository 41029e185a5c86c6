package org.quittance.sim.byzantine;

import org.quittance.core.message.Message;

/** One way of breaking the rules, on top of the honest machine that the replica also runs. */
interface Vice {

    /** The honest machine wants to send this to all. True if the vice has dealt with it instead. */
    default boolean replaces(Message message) {
        return false;
    }

    /** A genuine message of another replica arrived. */
    default void heard(Message message) {}

    /** These bytes arrived, or were sent by this replica. */
    default void passed(byte[] bytes) {}

    /** Some time went by. */
    default void tick() {}
}
