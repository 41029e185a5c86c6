package org.quittance.core.message;

import org.quittance.core.base.View;

/**
 * Asks for certificates of the views from {@code from} to {@code to}, both included.
 *
 * <p>For each of them a notarization, a nullification and a finalization are legal answers.
 */
public record CertificateRequest(View from, View to) implements Message {

    public CertificateRequest {
        if (to.compareTo(from) < 0) {
            throw new IllegalArgumentException("views from " + from.number() + " to "
                    + to.number() + " are none");
        }
    }
}
