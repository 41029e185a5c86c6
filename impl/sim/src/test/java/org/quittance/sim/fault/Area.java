package org.quittance.sim.fault;

/** The part of the protocol that a fault is in. */
public enum Area {
    ORDERING,
    DURABILITY,
    SETTLEMENT,
    ORACLE,
    LIQUIDATION,
    WATERFALL,
    ATTESTATION
}
