package org.quittance.trace.replay;

/** How the values of a state are written in full, for other tools. */
public enum ValueForm {
    /** As expressions of TLA+, with the operators of the standard module TLC. */
    TLA,
    /** As JSON in the Informal Trace Format of Apalache and Quint. */
    ITF
}
