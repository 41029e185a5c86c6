----------------------------- MODULE MCClearing -----------------------------
(***************************************************************************)
(* Every way to meet every obligation, within bounds: whoever has whatever *)
(* cash and stake, with whatever is in the fund.  Each is a state of its   *)
(* own, and there are no steps.  Who owes nothing has no cash: it would    *)
(* just keep it.                                                           *)
(***************************************************************************)
EXTENDS Clearing

CONSTANTS
    \* The accounts, and what they can have and owe.
    Everyone, MostCash, MostOwed, MostStaked, MostFund,
    \* The withdrawals, and how large one can be.
    Requested, MostRequested

VARIABLE
    \* What each account is to get or to pay.
    \* @type: Int -> $amount;
    due

\* Account 1 owns two validators and account 2 none.
TwoOfOne == [v \in Validators |-> 1]
OneOfEach == [v \in Validators |-> v + 1]

Init ==
    /\ height = 1
    /\ groups = [g \in {} |-> [expiry |-> 1, status |-> "LIVE", observed |-> <<>>]]
    /\ series = [s \in {} |-> [strike |-> 1, right |-> "CALL", group |-> 1]]
    /\ due \in [Everyone -> (0 - MostOwed) .. MostOwed]
    /\ SumOf(due, Everyone) = 0
    /\ cash \in [Everyone -> 0 .. MostCash]
    /\ \A a \in Everyone: due[a] >= 0 => cash[a] = 0
    /\ position = [a \in Everyone |-> Flat]
    /\ flagged = [a \in Everyone |-> 0]
    /\ insuranceFund \in 0 .. MostFund
    /\ stake \in [Validators -> 0 .. MostStaked]
    /\ unbonding \in [Validators -> {[amount |-> x, due |-> 1]: x \in 0 .. MostStaked}]
    /\ withdrawals \in [Requested ->
           {[account |-> a, amount |-> x, status |-> status, requested |-> 1, approvals |-> {},
             approved |-> 0]: a \in Everyone, x \in 1 .. MostRequested,
                              status \in {"PENDING", "EXECUTED"}}]
    /\ externalIn = TotalCash + TotalPending + insuranceFund + TotalStake + TotalUnbonding
    /\ externalOut = 0

Next == UNCHANGED <<contractsVars, accountsVars, due>>

Spec == Init /\ [][Next]_<<contractsVars, accountsVars, due>>

S1_Conservation == ClearConserves(due)
S4_ClearNonNegative == ClearIsNonNegative(due)
S11_Debtors == DebtorsPay(due)
S11_TakenBack == TakenBackInOrder(due)
S11_Fund == FundComesLast(due)
S11_Haircut == HaircutIsLast(due)
S11_Fair == HaircutIsFair(due)
S13_Deterministic == DealtByRemainder(due)

(***************************************************************************)
(* The same written as a program would: units are dealt out one by one,    *)
(* and each time all creditors are visited in one order or in another.     *)
(***************************************************************************)
\* @type: (Seq(Int), Int -> $amount, Set(Int)) => Int;
Visit(order, remainder, done) ==
    LET \* @type: (Int, Int) => Int;
        Better(best, a) ==
            IF a \in done THEN best
            ELSE IF best = 0 THEN a
            ELSE IF Before(remainder, a, best) THEN a ELSE best
        RECURSIVE Go(_, _)
        Go(best, k) == IF k > Len(order) THEN best ELSE Go(Better(best, order[k]), k + 1)
    IN  Go(0, 1)

RECURSIVE Deal(_, _, _, _)
Deal(order, remainder, left, done) ==
    IF left = 0 THEN done
    ELSE Deal(order, remainder, left - 1, done \union {Visit(order, remainder, done)})

Orders == {o \in [1 .. Cardinality(Everyone) -> Everyone]:
               \A i, j \in DOMAIN o: o[i] = o[j] => i = j}

S13_AnyOrder ==
    LET available == Collected(due) + Drawn(due)
        claimed == Claimed(due)
        share == [a \in Everyone |-> Share(due, available, claimed, a)]
        remainder == [a \in Everyone |-> Remainder(due, available, claimed, a)]
        left == available - SumOf(share, Everyone)
    IN  left > 0 => \A order \in Orders:
            LET more == Deal(order, remainder, left, {})
            IN  Received(due, available) =
                    [a \in Everyone |-> share[a] + (IF a \in more THEN 1 ELSE 0)]
=============================================================================
