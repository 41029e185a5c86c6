package org.quittance.core.message;

/** Whatever one validator sends to another. */
public sealed interface Message
        permits SignedMessage,
                Certificate,
                CertificateRequest,
                CertificateResponse,
                BlockRequest,
                BlockResponse,
                Attestation,
                Quittance {}
