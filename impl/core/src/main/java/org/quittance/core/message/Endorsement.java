package org.quittance.core.message;

import org.quittance.core.base.Signature;
import org.quittance.core.base.ValidatorId;

/** A validator's signature under the statement of a certificate. */
public record Endorsement(ValidatorId signer, Signature signature) {}
