package org.quittance.node.setup;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;

/**
 * What a validator shows to others when they connect. The certificate is signed by nobody else: its
 * fingerprint is in genesis.
 */
public record TlsIdentity(X509Certificate certificate, PrivateKey key) {

    private static final int LINE = 64;

    /**
     * Makes a new key with a certificate.
     *
     * @param name goes into the certificate, for people only
     * @throws Refusal if a file exists or can't be written
     */
    public static String create(Path certificate, Path key, String name, Duration valid)
            throws Refusal {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            X500Name subject = new X500Name("CN=" + name.replaceAll("[^A-Za-z0-9.-]", "-"));
            Instant now = Instant.now();
            X509Certificate made = new JcaX509CertificateConverter().getCertificate(
                    new JcaX509v3CertificateBuilder(subject,
                            new BigInteger(64, new SecureRandom()),
                            Date.from(now.minus(Duration.ofHours(1))),
                            Date.from(now.plus(valid)), subject, pair.getPublic())
                            .build(new JcaContentSignerBuilder("SHA256withECDSA")
                                    .build(pair.getPrivate())));
            OwnFiles.writeSecret(key, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            OwnFiles.write(certificate, pem("CERTIFICATE", made.getEncoded()));
            return fingerprint(made);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("no certificate can be made", e);
        }
    }

    private static String pem(String what, byte[] bytes) {
        StringWriter out = new StringWriter();
        out.write("-----BEGIN " + what + "-----\n");
        out.write(Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(bytes));
        out.write("\n-----END " + what + "-----\n");
        return out.toString();
    }

    /**
     * Reads both files.
     *
     * @throws Refusal if one can't be read, or is something else
     */
    public static TlsIdentity read(Path certificate, Path key) throws Refusal {
        return new TlsIdentity(readCertificate(certificate), readKey(key));
    }

    /** Reads a certificate. */
    public static X509Certificate readCertificate(Path file) throws Refusal {
        try (var in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(in);
        } catch (IOException e) {
            throw OwnFiles.unreadable(file, e);
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new Refusal(ExitCode.BAD_INPUT, file + " is not an X.509 certificate");
        }
    }

    private static PrivateKey readKey(Path file) throws Refusal {
        try {
            String base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
            return KeyFactory.getInstance("EC").generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (IOException e) {
            throw OwnFiles.unreadable(file, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Refusal(ExitCode.BAD_INPUT,
                    file + " is not a private key as `keygen` writes it");
        }
    }

    /** SHA-256 of the certificate, in hexadecimal. */
    public static String fingerprint(X509Certificate certificate)
            throws CertificateEncodingException {
        try {
            return new Digest(Bytes.copyOf(java.security.MessageDigest.getInstance("SHA-256")
                    .digest(certificate.getEncoded()))).hex();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256, but not this", e);
        }
    }
}
