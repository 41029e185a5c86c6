package org.quittance.core.consensus;

/** The timers of a validator. Of each there is one: setting it again replaces it. */
public enum Timer {

    /** Until then the leader's proposal must have been voted for. */
    LEADER,

    /** Until then the view must be over. */
    VIEW,

    /** Then votes and certificates are sent again, and what is missing is asked for again. */
    REBROADCAST
}
