package org.quittance.core.trace;

import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.quittance.core.base.Digest;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.consensus.Event;
import org.quittance.core.message.Block;

/** Lines of a trace, version 1, each without its line break. */
public final class TraceFormat {

    /** The version of the format that is written here. */
    public static final int VERSION = 1;

    private TraceFormat() {}

    /**
     * The first line.
     *
     * @param byzantine validators that log nothing, sorted
     * @param commit of the software, or "unknown"
     * @param scenario the name of what the run went through; with the seed it repeats the run
     */
    public static String header(
            ValidatorSet validators,
            List<ValidatorId> byzantine,
            String commit,
            String scenario,
            long seed) {
        Block genesis = Block.genesis(validators.chainId(), validators.epoch());
        List<ValidatorId> ids = validators.ids();
        return Json.object()
                .string("format", "quittance-trace")
                .number("version", VERSION)
                .string("spec", "Simplex")
                .string("chainId", validators.chainId())
                .number("epoch", validators.epoch())
                .numbers("validators", ids.stream().map(ValidatorId::index).toList())
                .numbers("weights", ids.stream().map(validators::weightOf).toList())
                .numbers("byzantine", byzantine.stream().map(ValidatorId::index).toList())
                .string("genesis", genesis.digest().hex())
                .string("commit", commit)
                .string("scenario", scenario)
                .number("seed", seed)
                .close();
    }

    /**
     * The line of an event.
     *
     * @param seq number of the event at its node: 0, 1, 2, ... going on across restarts
     * @param cause for Receive, the signer and the seq of its Persist of that message, if it logs;
     *     else empty
     * @param time simulated milliseconds
     * @param isValid is the payload of the block with this digest valid? A vote may be for a block
     *     whose payload its receiver doesn't have, so only whoever sees all blocks can answer;
     *     always the same for a block, and false for one that does not exist. Genesis isn't asked
     *     for
     */
    public static String event(
            ValidatorId node,
            long seq,
            SortedMap<ValidatorId, Long> cause,
            long time,
            Event event,
            Predicate<Digest> isValid) {
        TraceValues values = new TraceValues(isValid);
        return Json.object()
                .number("node", node.index())
                .number("seq", seq)
                .object("cause", byNode(cause))
                .number("time", time)
                .string("action", event.getClass().getSimpleName())
                .object("args", values.args(event))
                .object("post", values.post(event))
                .close();
    }

    /**
     * The last line.
     *
     * @param events how many there are in all
     * @param last the seq of each node's last event; nodes without events are left out
     */
    public static String end(long events, SortedMap<ValidatorId, Long> last) {
        return Json.object()
                .bool("end", true)
                .number("events", events)
                .object("last", byNode(last))
                .close();
    }

    private static Json byNode(SortedMap<ValidatorId, Long> numbers) {
        Json object = Json.object();
        numbers.forEach((node, number) -> object.number(node.toString(), number));
        return object;
    }
}
