package org.quittance.sim.run;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quittance.core.settlement.Event;

/** All that runs of the settlement can reach: what must be reached, and what is rare and why. */
public final class Reachable {

    /** Each command, and all reasons that there are to refuse it. */
    private static final String REFUSALS = """
            Deposit NOT_ENOUGH_SIGNERS WRONG_SIGNER NOT_IN_RANGE ALREADY_USED LIMIT
            ListGroup NOT_ENOUGH_SIGNERS NOT_IN_RANGE ALREADY_LISTED TOO_MANY
            ListSeries NOT_ENOUGH_SIGNERS UNKNOWN_GROUP NOT_IN_RANGE ALREADY_LISTED TOO_MANY \
            GROUP_NOT_LIVE
            Pause NOT_ENOUGH_SIGNERS WRONG_NONCE NOT_IN_RANGE
            Resume NOT_ENOUGH_SIGNERS WRONG_NONCE
            Place UNKNOWN_ACCOUNT WRONG_SIGNER WRONG_NONCE UNKNOWN_SERIES NOT_IN_RANGE TOO_MANY \
            HALTED STALE_PRICE GROUP_NOT_LIVE FLAGGED SELF_TRADE WOULD_CROSS POSITION_LIMIT \
            INSUFFICIENT_CASH INSUFFICIENT_COLLATERAL
            Cancel UNKNOWN_ACCOUNT WRONG_SIGNER WRONG_NONCE UNKNOWN_ORDER NOT_OWNER
            Report WRONG_SIGNER UNKNOWN_VALIDATOR NOT_IN_RANGE ALREADY_REPORTED JAILED WRONG_ROUND
            RequestWithdrawal UNKNOWN_ACCOUNT WRONG_SIGNER WRONG_NONCE NOT_IN_RANGE HALTED \
            STALE_PRICE FLAGGED CAP_REACHED INSUFFICIENT_CASH INSUFFICIENT_COLLATERAL
            ApproveWithdrawal WRONG_SIGNER UNKNOWN_WITHDRAWAL ALREADY_APPROVED NOT_PENDING
            ExecuteWithdrawal UNKNOWN_WITHDRAWAL FLAGGED NOT_PENDING NOT_APPROVED TOO_EARLY \
            NOT_QUITTED
            VoidWithdrawal UNKNOWN_ACCOUNT WRONG_SIGNER WRONG_NONCE UNKNOWN_WITHDRAWAL NOT_OWNER \
            NOT_PENDING
            Takeover UNKNOWN_ACCOUNT WRONG_SIGNER WRONG_NONCE NOT_IN_RANGE STALE_PRICE FLAGGED \
            NOT_FLAGGED TAKEOVER_OVER POSITION_LIMIT INSUFFICIENT_COLLATERAL
            SubmitEvidence UNKNOWN_VALIDATOR ALREADY_USED
            Stake UNKNOWN_ACCOUNT WRONG_SIGNER WRONG_NONCE UNKNOWN_VALIDATOR NOT_OWNER \
            NOT_IN_RANGE HALTED STALE_PRICE FLAGGED INSUFFICIENT_CASH INSUFFICIENT_COLLATERAL
            Unstake UNKNOWN_ACCOUNT WRONG_SIGNER WRONG_NONCE UNKNOWN_VALIDATOR NOT_OWNER \
            NOT_IN_RANGE UNBONDING INSUFFICIENT_STAKE
            Join UNKNOWN_ACCOUNT WRONG_SIGNER WRONG_NONCE UNKNOWN_VALIDATOR NOT_OWNER JAILED \
            INSUFFICIENT_STAKE
            Leave UNKNOWN_ACCOUNT WRONG_SIGNER WRONG_NONCE UNKNOWN_VALIDATOR NOT_OWNER
            """;

    private static final List<String> STAGES = List.of("nothing owed", "cash", "withdrawals",
            "stake", "unbonding stake", "insurance fund", "haircut");

    /** What is hardly ever reached, and why; nobody demands it. */
    public static final SortedMap<String, String> UNLIKELY =
            Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
            "Deleverage by nothing owed",
            "who is closed out lacks maintenance margin, so its contracts are worth less than"
                    + " nothing somewhere in the band; at the price they nearly always are too")));

    private Reachable() {}

    /** What became of commands. */
    public static SortedSet<String> decisions() {
        SortedSet<String> all = new TreeSet<>();
        for (String line : REFUSALS.strip().split("\n")) {
            List<String> words = Arrays.asList(line.strip().split(" +"));
            all.add(words.getFirst() + " ACCEPTED");
            words.stream().skip(1).forEach(reason -> all.add(words.getFirst() + " " + reason));
        }
        return all;
    }

    /** Where debts were paid from. */
    public static SortedSet<String> stages() {
        SortedSet<String> all = new TreeSet<>();
        for (String stage : STAGES) {
            all.add("SettleGroup by " + stage);
            all.add("Deleverage by " + stage);
        }
        all.removeAll(UNLIKELY.keySet());
        return all;
    }

    /** The actions of the spec. */
    public static SortedSet<String> actions() {
        SortedSet<String> all = new TreeSet<>();
        for (Class<?> event : Event.class.getPermittedSubclasses()) {
            all.add(event.getSimpleName());
        }
        return all;
    }
}
