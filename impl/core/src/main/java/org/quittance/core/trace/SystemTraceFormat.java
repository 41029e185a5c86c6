package org.quittance.core.trace;

import java.util.List;
import java.util.SortedMap;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.message.Attestation;
import org.quittance.core.replica.SystemEvent;

/**
 * Lines of the trace of execution and attestation in a cluster, version 1, each without its line
 * break. The spec is {@code System}.
 */
public final class SystemTraceFormat {

    private SystemTraceFormat() {}

    /**
     * The first line.
     *
     * @param byzantine validators that log nothing, sorted
     * @param wrong validators that keep the rules, but may compute other roots; sorted
     * @param maxLag so many final blocks may be without a quittance
     * @param commit of the software, or "unknown"
     * @param scenario the name of what the run went through; with the seed it repeats the run
     */
    public static String header(
            ValidatorSet validators,
            List<ValidatorId> byzantine,
            List<ValidatorId> wrong,
            long maxLag,
            String commit,
            String scenario,
            long seed) {
        List<ValidatorId> ids = validators.ids();
        return Json.object()
                .string("format", "quittance-trace")
                .number("version", TraceFormat.VERSION)
                .string("spec", "System")
                .string("chainId", validators.chainId())
                .numbers("validators", indexes(ids))
                .numbers("weights", ids.stream().map(validators::weightOf).toList())
                .numbers("byzantine", indexes(byzantine))
                .numbers("wrong", indexes(wrong))
                .object("parameters", Json.object().number("MaxLag", maxLag))
                .string("commit", commit)
                .string("scenario", scenario)
                .number("seed", seed)
                .close();
    }

    private static List<Integer> indexes(List<ValidatorId> ids) {
        return ids.stream().map(ValidatorId::index).toList();
    }

    /**
     * What an event doesn't say itself. Of what has no meaning for an event anything may be given.
     *
     * @param command digest of the commands of the block, or of those that were executed
     * @param quitted height of the quittance that is with them, or 0
     * @param diverged height of the quittance that the replica's own root differs from, or 0
     * @param root what was attested for the height of Send
     */
    public record Facts(Digest command, long quitted, long diverged, Digest root) {}

    /**
     * The line that says that a block is final.
     *
     * @param node the first replica that committed it
     * @param facts command and quitted of the block
     */
    public static String order(int node, long seq, long time, long height, Facts facts) {
        return line(node, seq, Json.object(), time, "Order",
                contents(Json.object().number("height", height), facts), Json.object());
    }

    /**
     * The line of an event of a replica.
     *
     * @param seq number of the event at its node: 0, 1, 2, ... going on across restarts
     * @param cause for ReceiveAttestation, the signer and the seq of its Send, if it logs
     * @param time simulated milliseconds
     */
    public static String event(
            int node,
            long seq,
            SortedMap<ValidatorId, Long> cause,
            long time,
            SystemEvent event,
            Facts facts) {
        return line(node, seq, causes(cause), time, event.getClass().getSimpleName(),
                args(event, facts), post(event, facts));
    }

    /**
     * The line that says that a replica heard of an attestation inside a quittance.
     *
     * @param cause the signer and the seq of its Send, if it logs
     */
    public static String received(
            int node,
            long seq,
            SortedMap<ValidatorId, Long> cause,
            long time,
            ValidatorId signer,
            Height height,
            Digest root) {
        return line(node, seq, causes(cause), time, "ReceiveAttestation", Json.object()
                .object("attestation", attestation(signer, height, root)), Json.object());
    }

    private static Json causes(SortedMap<ValidatorId, Long> cause) {
        Json causes = Json.object();
        cause.forEach((id, number) -> causes.number(id.toString(), number));
        return causes;
    }

    private static String line(
            int node, long seq, Json cause, long time, String action, Json args, Json post) {
        return Json.object()
                .number("node", node)
                .number("seq", seq)
                .object("cause", cause)
                .number("time", time)
                .string("action", action)
                .object("args", args)
                .object("post", post)
                .close();
    }

    private static Json contents(Json args, Facts facts) {
        return args.string("command", facts.command().hex()).number("quitted", facts.quitted());
    }

    private static Json args(SystemEvent event, Facts facts) {
        Json args = Json.object();
        return switch (event) {
            case SystemEvent.Execute e -> contents(args.number("height", e.height().number())
                    .string("root", e.root().hex()), facts);
            case SystemEvent.Attest e -> args.number("height", e.height().number())
                    .string("root", e.root().hex());
            case SystemEvent.Send e -> args.number("height", e.height().number());
            case SystemEvent.ReceiveAttestation(Attestation a) ->
                    args.object("attestation", attestation(a.signer(), a.height(), a.root()));
            case SystemEvent.FormQuittance e -> args.number("height", e.height().number())
                    .string("root", e.root().hex())
                    .numbers("signers", indexes(List.copyOf(e.signers())));
            case SystemEvent.ReceiveQuittance e -> args.number("height", e.height().number())
                    .string("root", e.root().hex())
                    .numbers("signers", indexes(List.copyOf(e.signers())));
            case SystemEvent.Stop e -> args.number("height", e.height().number());
            case SystemEvent.Crash e -> args;
            case SystemEvent.Restart e -> args.number("kept", e.kept().number());
            case SystemEvent.InstallSnapshot e -> contents(args
                    .number("height", e.height().number())
                    .string("root", e.root().hex()), facts);
        };
    }

    private static Json attestation(ValidatorId signer, Height height, Digest root) {
        return Json.object()
                .number("signer", signer.index())
                .number("height", height.number())
                .string("root", root.hex());
    }

    private static Json post(SystemEvent event, Facts facts) {
        Json post = Json.object();
        return switch (event) {
            case SystemEvent.Execute e -> post.number("executed", e.height().number())
                    .number("diverged", facts.diverged());
            case SystemEvent.Attest e ->
                    post.object("signed", at(e.height().number(), e.root()));
            case SystemEvent.Send e ->
                    post.object("durable", at(e.height().number(), facts.root()));
            case SystemEvent.ReceiveAttestation e -> post;
            case SystemEvent.FormQuittance e ->
                    post.object("held", at(e.height().number(), e.root()))
                            .number("diverged", facts.diverged());
            case SystemEvent.ReceiveQuittance e ->
                    post.object("held", at(e.height().number(), e.root()))
                            .number("diverged", facts.diverged());
            case SystemEvent.Stop e -> post.bool("stopped", true);
            case SystemEvent.Crash e -> post.bool("up", false);
            case SystemEvent.Restart e -> post.bool("up", true)
                    .number("executed", e.kept().number())
                    .number("diverged", 0);
            case SystemEvent.InstallSnapshot e -> post.number("executed", e.height().number());
        };
    }

    private static Json at(long height, Digest root) {
        return Json.object().string(Long.toString(height), root.hex());
    }
}
