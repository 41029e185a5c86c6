package org.quittance.core.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.quittance.core.base.Digest;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.base.View;
import org.quittance.core.message.Block;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Endorsement;
import org.quittance.core.message.Kind;
import org.quittance.core.message.Payload;
import org.quittance.core.message.Signed;
import org.quittance.core.message.Statement;

/** The canonical bytes of what messages and log records are made of. */
final class Parts {

    private Parts() {}

    static void writeSigned(ByteWriter out, Signed signed) {
        writeStatement(out, signed.statement());
        out.number(signed.signer().index());
        KeyParts.write(out, signed.signature());
    }

    static Signed readSigned(ByteReader in, Predicate<Kind> expected) throws MalformedException {
        Statement statement = readStatement(in, expected);
        return new Signed(readValidator(in), statement, KeyParts.readSignature(in));
    }

    static void writeCertificate(ByteWriter out, Certificate certificate) {
        writeStatement(out, certificate.statement());
        writeEndorsements(out, certificate.endorsements());
    }

    static Certificate readCertificate(ByteReader in) throws MalformedException {
        return new Certificate(readStatement(in, Kind::isVote), readEndorsements(in));
    }

    static void writeEndorsements(ByteWriter out, List<Endorsement> endorsements) {
        out.number(endorsements.size());
        for (Endorsement endorsement : endorsements) {
            out.number(endorsement.signer().index());
            KeyParts.write(out, endorsement.signature());
        }
    }

    static List<Endorsement> readEndorsements(ByteReader in) throws MalformedException {
        long size = in.number(ValidatorSet.MAX_SIZE);
        List<Endorsement> endorsements = new ArrayList<>();
        int before = -1;
        for (long k = 0; k < size; k++) {
            int start = in.position();
            ValidatorId signer = readValidator(in);
            if (signer.index() <= before) {
                throw in.fault(
                        signer.index() == before
                                ? Malformed.DUPLICATE_SIGNER
                                : Malformed.UNSORTED_SIGNERS,
                        start, "signer " + signer + " after signer " + before);
            }
            before = signer.index();
            endorsements.add(new Endorsement(signer, KeyParts.readSignature(in)));
        }
        return endorsements;
    }

    static void writeBody(ByteWriter out, Body body) {
        writeBlock(out, body.block());
        out.sized(body.payload().bytes());
    }

    static Body readBody(ByteReader in) throws MalformedException {
        return new Body(readBlock(in), readPayload(in));
    }

    static Payload readPayload(ByteReader in) throws MalformedException {
        return new Payload(in.sized(Payload.MAX_SIZE));
    }

    /** Kind; then the view for nullify, else the block, which names the view. */
    private static void writeStatement(ByteWriter out, Statement statement) {
        out.tag(statement.kind().code());
        if (statement.kind() == Kind.NULLIFY) {
            out.number(statement.view().number());
        } else {
            writeBlock(out, statement.block());
        }
    }

    private static Statement readStatement(ByteReader in, Predicate<Kind> expected)
            throws MalformedException {
        int start = in.position();
        int code = in.tag();
        Optional<Kind> kind = Kind.ofCode(code);
        if (kind.isEmpty() || !expected.test(kind.get())) {
            throw in.fault(Malformed.BAD_TAG, start, "no kind " + code + " is expected here");
        }
        return kind.get() == Kind.NULLIFY
                ? Statement.nullify(readLaterView(in))
                : about(kind.get(), readBlock(in));
    }

    private static Statement about(Kind kind, Block block) {
        return new Statement(kind, block.view(), block);
    }

    /**
     * Epoch, view, parent's view, parent, payload. The digest follows from them. So genesis, whose
     * digest does not, has no bytes: nobody sends it.
     */
    static void writeBlock(ByteWriter out, Block block) {
        out.number(block.epoch())
                .number(block.view().number())
                .number(block.parentView().number())
                .digest(block.parent())
                .digest(block.payload());
    }

    static Block readBlock(ByteReader in) throws MalformedException {
        long epoch = in.number(Long.MAX_VALUE);
        View view = readLaterView(in);
        int start = in.position();
        View parentView = readView(in);
        if (parentView.compareTo(view) >= 0) {
            throw in.fault(Malformed.CONTRADICTION, start, "the parent is in view "
                    + parentView.number() + ", which is not below " + view.number());
        }
        Digest parent = in.digest();
        return Block.of(epoch, view, parentView, parent, in.digest());
    }

    static View readView(ByteReader in) throws MalformedException {
        return new View(in.number(Long.MAX_VALUE));
    }

    /** Any view but that of genesis. */
    private static View readLaterView(ByteReader in) throws MalformedException {
        int start = in.position();
        View view = readView(in);
        if (view.isGenesis()) {
            throw in.fault(Malformed.OUT_OF_RANGE, start, "nothing is signed in view 0");
        }
        return view;
    }

    static ValidatorId readValidator(ByteReader in) throws MalformedException {
        return new ValidatorId((int) in.number(ValidatorSet.MAX_SIZE - 1));
    }
}
