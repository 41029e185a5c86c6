package org.quittance.core.settlement.state;

/** How far a group of series has come. */
public enum GroupStatus {

    /** Its series trade. */
    LIVE,
    /** Its expiry has come; oracle prices are being observed. */
    EXPIRED,
    /** Its positions have been paid for and are gone. */
    SETTLED
}
