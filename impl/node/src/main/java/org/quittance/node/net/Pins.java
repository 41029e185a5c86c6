package org.quittance.node.net;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.OptionalInt;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.quittance.node.setup.TlsIdentity;

/**
 * Trusts the certificates whose fingerprints are in genesis, while they are valid, and nothing
 * else: there is no authority that could be talked into signing another.
 */
final class Pins extends X509ExtendedTrustManager {

    private final List<String> fingerprints;
    private final OptionalInt only;

    /**
     * Trusts validators.
     *
     * @param fingerprints of their certificates, in the order of their ids
     * @param only the one that is called, if it is known
     */
    Pins(List<String> fingerprints, OptionalInt only) {
        this.fingerprints = List.copyOf(fingerprints);
        this.only = only;
    }

    /**
     * Whose certificate is it?
     *
     * @throws CertificateException if it is nobody's, another's than was called, or out of date
     */
    int check(X509Certificate certificate) throws CertificateException {
        int validator = fingerprints.indexOf(TlsIdentity.fingerprint(certificate));
        if (validator < 0) {
            throw new CertificateException("certificate " + TlsIdentity.fingerprint(certificate)
                    + " is no validator's");
        }
        if (only.isPresent() && only.getAsInt() != validator) {
            throw new CertificateException("validator " + only.getAsInt()
                    + " was called, but validator " + validator + " answers");
        }
        try {
            certificate.checkValidity();
        } catch (CertificateException e) {
            throw new CertificateException("the certificate of validator " + validator
                    + " is valid from " + certificate.getNotBefore().toInstant() + " to "
                    + certificate.getNotAfter().toInstant() + " only");
        }
        return validator;
    }

    private void checkFirst(X509Certificate[] chain) throws CertificateException {
        if (chain.length == 0) {
            throw new CertificateException("no certificate");
        }
        check(chain[0]);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        checkFirst(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        checkFirst(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        checkFirst(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        checkFirst(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        checkFirst(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        checkFirst(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
