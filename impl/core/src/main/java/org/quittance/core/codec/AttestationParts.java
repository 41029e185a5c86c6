package org.quittance.core.codec;

import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.Quittance;

/** The canonical bytes of attestations and quittances: height and root, and who signed. */
public final class AttestationParts {

    private AttestationParts() {}

    /** Height, root, signer, signature. */
    public static void write(ByteWriter out, Attestation attestation) {
        out.number(attestation.height().number()).digest(attestation.root())
                .number(attestation.signer().index());
        KeyParts.write(out, attestation.signature());
    }

    /**
     * Reads what was written.
     *
     * @throws MalformedException if no attestation has this encoding
     */
    public static Attestation readAttestation(ByteReader in) throws MalformedException {
        Height height = readHeight(in);
        Digest root = in.digest();
        return new Attestation(Parts.readValidator(in), height, root, KeyParts.readSignature(in));
    }

    /** Height, root, number of endorsements, and signer and signature of each. */
    public static void write(ByteWriter out, Quittance quittance) {
        out.number(quittance.height().number()).digest(quittance.root());
        Parts.writeEndorsements(out, quittance.endorsements());
    }

    /**
     * Reads what was written.
     *
     * @throws MalformedException if no quittance has this encoding
     */
    public static Quittance readQuittance(ByteReader in) throws MalformedException {
        return new Quittance(readHeight(in), in.digest(), Parts.readEndorsements(in));
    }

    private static Height readHeight(ByteReader in) throws MalformedException {
        int start = in.position();
        Height height = new Height(in.number(Long.MAX_VALUE));
        if (height.equals(Height.GENESIS)) {
            throw in.fault(Malformed.OUT_OF_RANGE, start, "nobody attests the state of genesis");
        }
        return height;
    }
}
