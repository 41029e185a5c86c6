package org.quittance.core.base;

/** A member of a validator set. */
public record Validator(Weight weight, PublicKey key) {}
