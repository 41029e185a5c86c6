package org.quittance.node.driver;

import java.util.SortedSet;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;

/**
 * Where a node stands, as its core's thread saw it last.
 *
 * @param view the current one
 * @param committed height of the last final block
 * @param executed height of the last block that was executed
 * @param quitted height of the newest quittance, or 0
 * @param root of the state after the last executed block, in hexadecimal
 * @param kept entries that grow with what others send, as of up to a second before
 * @param stopped whether the replica stopped for good
 */
public record Status(
        long view,
        long committed,
        long executed,
        long quitted,
        String root,
        int kept,
        boolean stopped) {

    /**
     * Can clients be served what is new?
     *
     * @param present who is connected, and this validator itself: a quorum of the weight must be
     */
    boolean isReady(ValidatorSet validators, SortedSet<ValidatorId> present) {
        return !stopped && view > 0 && executed == committed && validators.isQuorum(present);
    }
}
