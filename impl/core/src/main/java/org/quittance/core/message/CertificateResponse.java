package org.quittance.core.message;

import java.util.List;

/** Certificates that were asked for, and whatever else helps a validator that lags. */
public record CertificateResponse(List<Certificate> certificates) implements Message {

    /** The most certificates in one response. */
    public static final int MAX_SIZE = 64;

    public CertificateResponse {
        certificates = List.copyOf(certificates);
        if (certificates.size() > MAX_SIZE) {
            throw new IllegalArgumentException("a response has at most " + MAX_SIZE
                    + " certificates, but here are " + certificates.size());
        }
    }
}
