package org.quittance.trace.perturb;

import static org.quittance.trace.perturb.Edits.accepted;
import static org.quittance.trace.perturb.Edits.add;
import static org.quittance.trace.perturb.Edits.after;
import static org.quittance.trace.perturb.Edits.first;
import static org.quittance.trace.perturb.Edits.refusedInstead;
import static org.quittance.trace.perturb.Edits.set;
import static org.quittance.trace.perturb.Events.args;
import static org.quittance.trace.perturb.Events.is;
import static org.quittance.trace.perturb.Events.post;
import static org.quittance.trace.perturb.Events.where;
import static org.quittance.trace.perturb.Perturbation.of;

import java.util.List;
import java.util.stream.Stream;

/** Money that comes in or leaves wrongly. Account 4 wants some, custodians 0 and 2 approve. */
final class Kept {

    private static final String FROM = "market-treasury";

    private Kept() {}

    static List<Perturbation> all() {
        return Stream.of(payments(), approvals(), deposits()).flatMap(List::stream).toList();
    }

    private static List<Perturbation> payments() {
        return List.of(
                paid("withdrawal-without-quittance", "NOT_QUITTED"),
                paid("withdrawal-executed-twice", "NOT_PENDING"),
                paid("withdrawal-with-too-few-approvals", "NOT_APPROVED"),
                paid("withdrawal-too-early", "TOO_EARLY"),
                of("withdrawal-of-more", FROM, "more is paid than was requested",
                        add(first(is("ExecuteWithdrawal")), "/post/externalOut", 1),
                        "differs in externalOut"),
                of("quittance-of-the-present", FROM, "a block proves what is not executed yet",
                        t -> {
                            int index = t.find(0, is("Quit"));
                            int ended = t.findBefore(index, is("EndBlock"));
                            long height = t.get(ended).at("/post/height").asLong();
                            args(t.get(index)).put("at", height);
                            post(t.get(index)).put("quitted", height);
                            return index;
                        },
                        "at < height"),
                of("quittance-of-the-past", FROM, "a block proves less than one before it did",
                        t -> {
                            int one = t.find(0, is("Quit"));
                            int other = t.find(one + 1, is("Quit"));
                            t.get(other).set("args", args(t.get(one)).deepCopy());
                            t.get(other).set("post", post(t.get(one)).deepCopy());
                            return other;
                        },
                        "quitted < at"));
    }

    private static Perturbation paid(String name, String reason) {
        return of(name, FROM, "a withdrawal is executed that must be refused: " + reason,
                accepted("ExecuteWithdrawal", reason), reason);
    }

    private static List<Perturbation> approvals() {
        return List.of(
                of("approved-twice", FROM, "a custodian approves a second time",
                        accepted("ApproveWithdrawal", "ALREADY_APPROVED"), "ALREADY_APPROVED"),
                of("approved-by-a-stranger", FROM, "who is no custodian approves",
                        accepted("ApproveWithdrawal", "WRONG_SIGNER"), "WRONG_SIGNER"),
                of("voided-by-another", FROM, "another's withdrawal is voided",
                        accepted("VoidWithdrawal", "NOT_OWNER"), "NOT_OWNER"),
                of("cap-passed", FROM, "more is requested than an epoch allows",
                        accepted("RequestWithdrawal", "CAP_REACHED"), "CAP_REACHED"),
                of("cap-not-renewed", FROM, "a new epoch has the old one's withdrawals",
                        add(after(is("RequestWithdrawal"),
                                is("EndBlock").and(where("/post/withdrawn", 0))),
                                "/post/withdrawn", 70),
                        "differs in withdrawn"));
    }

    private static List<Perturbation> deposits() {
        return List.of(
                of("deposit-used-twice", FROM, "a deposit is credited a second time",
                        accepted("Deposit", "ALREADY_USED"), "ALREADY_USED"),
                of("deposit-by-one-custodian", FROM, "a deposit is credited without a quorum",
                        accepted("Deposit", "NOT_ENOUGH_SIGNERS"), "NOT_ENOUGH_SIGNERS"),
                of("deposit-refused", FROM, "a deposit is refused that must be credited",
                        refusedInstead("Deposit", "ALREADY_USED"), "ACCEPTED"),
                of("deposit-forgotten", FROM, "a deposit is credited, and could be once more",
                        set(first(is("Deposit")), "/post/usedDeposits", "[]"),
                        "differs in usedDeposits"));
    }
}
