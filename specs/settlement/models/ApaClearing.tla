----------------------------- MODULE ApaClearing ----------------------------
(***************************************************************************)
(* Clearing for the symbolic model checker: any cash, stakes, fund and     *)
(* withdrawals of three accounts, of which the first owns both validators, *)
(* and any obligations.  There are no steps: every state is one to clear   *)
(* in.  What is collected and drawn is linear in all that.  What is then   *)
(* dealt out is multiplied by claims and divided by their sum, so that     *)
(* there the claims are given, and what is there to deal out is any.       *)
(***************************************************************************)
EXTENDS Clearing

VARIABLES
    \* What everyone is to get, or to pay.
    \* @type: Int -> $amount;
    due,
    \* What is there for the creditors.
    \* @type: $amount;
    pot

AnyLimits ==
    /\ MaxPrice = 1000000
    /\ MaxSeries = 4
    /\ MaxGroups = 4
    /\ Governors = {1}
    /\ GovernorQuorum = 1

\* Both validators are of the first account.
AnyRules ==
    /\ AnyLimits
    /\ Validators = {0, 1}
    /\ Owner = [v \in {0, 1} |-> 0]

\* It has one.
OneValidator ==
    /\ AnyLimits
    /\ Validators = {0}
    /\ Owner = [v \in {0} |-> 0]

Everyone == {0, 1, 2}
Ids == {1, 2}

\* What has no part in this.
Elsewhere ==
    /\ height = 1
    /\ groups = [g \in {1} |-> [expiry |-> 1, status |-> "LIVE", observed |-> <<>>]]
    /\ series = [s \in {1} |-> [strike |-> 1, right |-> "CALL", group |-> 1]]
    /\ position = [a \in Everyone |-> [s \in {1} |-> 0]]
    /\ flagged = [a \in Everyone |-> 0]
    /\ externalIn = 0
    /\ externalOut = 0

\* Any money, and any obligations.
AnyMoney ==
    /\ cash \in [Everyone -> Int]
    /\ insuranceFund \in Int
    /\ stake \in [Validators -> Int]
    /\ \E amount \in [Validators -> Int]:
           unbonding = [v \in Validators |-> [amount |-> amount[v], due |-> 1]]
    /\ due \in [Everyone -> Int]
    /\ pot = 0

\* Two withdrawals, of the first account or of the second.
AnyWithdrawals ==
    /\ \E who \in [Ids -> {0, 1}], amount \in [Ids -> Int],
          status \in [Ids -> {"PENDING", "EXECUTED"}]:
           withdrawals = [w \in Ids |->
               [account |-> who[w], amount |-> amount[w], status |-> status[w], requested |-> 1,
                approvals |-> {1} \ {1}, approved |-> 0]]
    /\ \A w \in Ids: withdrawals[w].amount >= 1

\* Nobody has less than nothing, and what some are to get others are to pay.
AnyDebts == Elsewhere /\ AnyMoney /\ AnyWithdrawals /\ S4_NonNegative /\ SumOf(due, Everyone) = 0

\* The same, and no withdrawals.
NothingPending ==
    /\ Elsewhere
    /\ AnyMoney
    /\ withdrawals = NoWithdrawals
    /\ S4_NonNegative
    /\ SumOf(due, Everyone) = 0

\* As if more could be got than is to be paid.
AnyUneven == Elsewhere /\ AnyMoney /\ withdrawals = NoWithdrawals /\ S4_NonNegative

\* The first owes the two others so much.
OneOwesTwo == due[0] = -100 /\ due[1] = 70 /\ due[2] = 30

\* The same, and no withdrawals, with any money.
OneOwesTwoPaid == NothingPending /\ OneOwesTwo

\* No money but what is to be dealt out to these two.
OneOwesTwoDealt ==
    /\ Elsewhere
    /\ cash = [a \in Everyone |-> 0]
    /\ insuranceFund = 0
    /\ stake = [v \in Validators |-> 0]
    /\ unbonding = [v \in Validators |-> [amount |-> 0, due |-> 1]]
    /\ withdrawals = NoWithdrawals
    /\ due = [a \in Everyone |-> IF a = 0 THEN -100 ELSE IF a = 1 THEN 70 ELSE 30]
    /\ pot \in Int
    /\ 0 <= pot /\ pot <= 100

Stutter == UNCHANGED <<contractsVars, accountsVars, due, pot>>

-----------------------------------------------------------------------------
(* What is collected and drawn: any obligations. *)

\* All that account a pays.
\* @type: (Int) => Int;
Paid(a) ==
    FromCash(due, a)
        + SumOf([v \in OwnedBy(a) |-> FromStake(due, v) + FromUnbonding(due, v)], OwnedBy(a))

\* A debtor pays all that it owes, or all that it has.
DebtorsPayAll ==
    \A a \in Everyone:
        Paid(a) = Min(Owed(due, a), Wealth(a, cash, withdrawals, stake, unbonding))

\* Nothing is taken that is not there.
NothingIsOverdrawn ==
    /\ \A a \in Everyone:
           0 <= FromCash(due, a) /\ FromCash(due, a) <= cash[a] + Recovered(due, a)
    /\ \A v \in Validators:
           /\ 0 <= FromStake(due, v) /\ FromStake(due, v) <= stake[v]
           /\ 0 <= FromUnbonding(due, v) /\ FromUnbonding(due, v) <= unbonding[v].amount

\* Stake is asked only when the cash is gone and nothing is pending any more.
StakeComesAfterCash ==
    \A v \in Validators:
        FromStake(due, v) + FromUnbonding(due, v) > 0 =>
            LET a == Owner[v]
            IN  /\ FromCash(due, a) = cash[a] + Recovered(due, a)
                /\ \A w \in Ids:
                       withdrawals[w].account = a /\ withdrawals[w].status = "PENDING"
                           => IsTakenBack(due, w)

\* Pending withdrawals become void from the first on, and no more of them than it takes.
TakenBackFromTheFirst ==
    \A w \in Ids:
        IsTakenBack(due, w) =>
            LET a == withdrawals[w].account
                others == {x \in Ids:
                              withdrawals[x].account = a /\ withdrawals[x].status = "PENDING"}
            IN  /\ due[a] < 0
                /\ withdrawals[w].status = "PENDING"
                /\ \A x \in others: x < w => IsTakenBack(due, x)
                /\ (\A x \in others: x > w => ~IsTakenBack(due, x)) =>
                       Owed(due, a) > cash[a] + Recovered(due, a) - withdrawals[w].amount

\* Debtors pay no more than creditors claim.
CollectedIsClaimed == LET collected == Collected(due) IN 0 <= collected /\ collected <= Claimed(due)

\* The fund gives no more than it has, and creditors go without only when it is empty.
FundComesBeforeHaircut ==
    LET collected == Collected(due)
        drawn == Drawn(due)
        claimed == Claimed(due)
    IN  /\ 0 <= drawn /\ drawn <= insuranceFund
        /\ collected + drawn <= claimed
        /\ collected + drawn < claimed => drawn = insuranceFund

\* The fund is drawn upon only when some debtor has paid all that it has.
FundComesAfterDebtors ==
    Drawn(due) > 0 =>
        \E a \in Everyone:
            due[a] < 0 /\ Paid(a) = Wealth(a, cash, withdrawals, stake, unbonding)

\* To be violated: debtors and the fund always have enough.
NobodyGoesWithout == Collected(due) + Drawn(due) >= Claimed(due)

-----------------------------------------------------------------------------
(* What is dealt out: any amount. *)

\* All that is there is dealt out, to creditors alone, and nobody gets more than its claim.
AllIsDealt ==
    LET received == Received(due, pot)
    IN  /\ SumOf(received, Everyone) = pot
        /\ \A a \in Everyone: 0 <= received[a] /\ received[a] <= Claim(due, a)

\* To be violated: each gets the whole part of its share and no more.
NothingIsLeftOver ==
    LET received == Received(due, pot)
        claimed == Claimed(due)
    IN  \A a \in Everyone: received[a] <= Share(due, pot, claimed, a)

-----------------------------------------------------------------------------
(* All of it at once: given obligations, any money. *)

Conserves == ClearConserves(due)
IsNonNegative == ClearIsNonNegative(due)
DebtorsPayFirst == DebtorsPay(due) /\ FundComesLast(due)
HaircutComesLast == HaircutIsLast(due)
=============================================================================
