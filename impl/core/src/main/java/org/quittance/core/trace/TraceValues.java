package org.quittance.core.trace;

import java.util.List;
import java.util.function.Predicate;
import org.quittance.core.base.Digest;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.consensus.Event;
import org.quittance.core.message.Block;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Kind;
import org.quittance.core.message.Signed;

/** The values of a trace: arguments of events, and the spec's variables after them. */
final class TraceValues {

    private final Predicate<Digest> isValid;

    TraceValues(Predicate<Digest> isValid) {
        this.isValid = isValid;
    }

    Json args(Event event) {
        Json args = Json.object();
        return switch (event) {
            case Event.Receive e -> args.object("message", message(e.message()));
            case Event.HoldCertificate e -> args
                    .object("certificate", certificate(e.certificate()))
                    .numbers("signers", e.signers().stream().map(ValidatorId::index).toList());
            case Event.EnterView e -> args.number("view", e.view().number());
            case Event.Propose e -> args.object("block", block(e.block()));
            case Event.Notarize e -> args.object("block", block(e.block()));
            case Event.Nullify e -> args.number("view", e.view().number());
            case Event.Finalize e -> args.object("block", block(e.block()));
            case Event.Persist e -> args;
            case Event.Commit e ->
                    args.objects("path", e.path().stream().map(this::block).toList());
            case Event.Crash e -> args;
            case Event.Restart e -> args
                    .objects("kept", certificates(e.kept()))
                    .object("tip", block(e.tip()));
        };
    }

    Json post(Event event) {
        Json post = Json.object();
        return switch (event) {
            case Event.Receive e -> post;
            case Event.HoldCertificate e ->
                    post.objects("certificates", certificates(e.certificates()));
            case Event.EnterView e -> post.number("view", e.view().number());
            case Event.Propose e -> post.objects("pending", messages(e.pending()));
            case Event.Notarize e -> post.objects("pending", messages(e.pending()));
            case Event.Nullify e -> post.objects("pending", messages(e.pending()));
            case Event.Finalize e -> post.objects("pending", messages(e.pending()));
            case Event.Persist e -> post
                    .objects("pending", messages(e.pending()))
                    .objects("durable", messages(e.durable()));
            case Event.Commit e -> post.object("committed", block(e.committed()));
            case Event.Crash e -> post.bool("up", false);
            case Event.Restart e -> post
                    .bool("up", true)
                    .number("view", e.view().number())
                    .object("committed", block(e.tip()))
                    .objects("pending", messages(e.pending()))
                    .objects("durable", messages(e.durable()));
        };
    }

    private List<Json> messages(List<Signed> messages) {
        return messages.stream().map(this::message).toList();
    }

    private List<Json> certificates(List<Certificate> certificates) {
        return certificates.stream().map(this::certificate).toList();
    }

    private Json message(Signed message) {
        Json json = Json.object()
                .string("kind", message.kind().word())
                .number("signer", message.signer().index())
                .number("view", message.view().number());
        return message.kind() == Kind.NULLIFY ? json : json.object("block", block(message.block()));
    }

    private Json certificate(Certificate certificate) {
        Json json = Json.object()
                .string("kind", certificate.kind().word())
                .number("view", certificate.view().number());
        return certificate.kind() == Kind.NULLIFY
                ? json
                : json.object("block", block(certificate.block()));
    }

    private Json block(Block block) {
        boolean isGenesis = block.view().isGenesis();
        return Json.object()
                .string("digest", block.digest().hex())
                .number("view", block.view().number())
                .number("parentView", block.parentView().number())
                .string("parent", isGenesis ? "none" : block.parent().hex())
                .bool("valid", isGenesis || isValid.test(block.digest()));
    }
}
