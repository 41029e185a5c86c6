package org.quittance.sim.run;

import java.util.List;
import org.quittance.core.consensus.Application;

/**
 * What is around a correct replica's machine, where it could be done wrong. This is how it is done
 * right; tests replace it by what is faulty, to see that the checkers notice.
 */
public interface Driver {

    /** All done right. */
    Driver SOUND = new Driver() {};

    /** Does the driver claim that a write is on the disk as soon as it is asked for it? */
    default boolean acknowledgesAtOnce(int node) {
        return false;
    }

    /** The bytes of the log that a restart finds, of those that were on the disk. */
    default byte[] readLog(int node, byte[] onDisk) {
        return onDisk;
    }

    /** What a replica is told of the validity of payloads. */
    default Application application(int node, Application application) {
        return application;
    }

    /** The voting weights that a replica is configured with. */
    default List<Long> weights(int node, List<Long> weights) {
        return weights;
    }
}
