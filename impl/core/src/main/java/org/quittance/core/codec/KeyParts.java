package org.quittance.core.codec;

import java.util.Optional;
import org.quittance.core.base.PublicKey;
import org.quittance.core.base.SchemeId;
import org.quittance.core.base.Signature;

/** The canonical bytes of keys and signatures: the scheme, whose sizes are known, and the bytes. */
public final class KeyParts {

    private KeyParts() {}

    public static void write(ByteWriter out, PublicKey key) {
        out.tag(key.scheme().code()).raw(key.bytes());
    }

    /**
     * Reads what was written.
     *
     * @throws MalformedException if no key has this encoding
     */
    public static PublicKey readKey(ByteReader in) throws MalformedException {
        SchemeId scheme = readScheme(in);
        return new PublicKey(scheme, in.raw(scheme.keySize()));
    }

    public static void write(ByteWriter out, Signature signature) {
        out.tag(signature.scheme().code()).raw(signature.bytes());
    }

    /**
     * Reads what was written.
     *
     * @throws MalformedException if no signature has this encoding
     */
    public static Signature readSignature(ByteReader in) throws MalformedException {
        SchemeId scheme = readScheme(in);
        return new Signature(scheme, in.raw(scheme.signatureSize()));
    }

    private static SchemeId readScheme(ByteReader in) throws MalformedException {
        int start = in.position();
        int code = in.tag();
        Optional<SchemeId> scheme = SchemeId.ofCode(code);
        if (scheme.isEmpty()) {
            throw in.fault(Malformed.BAD_TAG, start, "no signature scheme " + code);
        }
        return scheme.get();
    }
}
