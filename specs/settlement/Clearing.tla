------------------------------ MODULE Clearing ------------------------------
(***************************************************************************)
(* How obligations are met: the only way on which anyone can lose money.   *)
(*                                                                         *)
(* V gives every account what it is to get (above zero) or to pay (below   *)
(* zero); the sum is zero.  A debtor pays from its cash.  If that is not   *)
(* enough, what it has asked for and not been paid yet comes back to it:   *)
(* whole withdrawals become void, in the order of their numbers, as long   *)
(* as those before do not suffice.  What is missing then it pays from the  *)
(* stake and then from the unbonding stake of the validators that it owns, *)
(* validator by validator.  What is still missing is drawn from the        *)
(* insurance fund as far as it reaches.  What is missing even then is      *)
(* missing for the creditors of this event alone, in proportion to their   *)
(* claims: each gets the whole part of its share, and what is left over    *)
(* goes, a unit each, to the largest remainders, of equal ones to the      *)
(* lowest account.                                                         *)
(*                                                                         *)
(* Everything is said of all accounts at once, with no order in which they *)
(* would be visited: who pays does not depend on who pays before, and a    *)
(* creditor gets a unit of what is left over if fewer creditors come       *)
(* before it than units are left.                                          *)
(***************************************************************************)
EXTENDS Accounts

(*
  @typeAlias: cleared = {
    cash: Int -> $amount, withdrawals: Int -> $withdrawal, stake: Int -> $amount,
    unbonding: Int -> $unbonding, insuranceFund: $amount, haircut: Int -> $amount
  };
*)
Clearing_aliases == TRUE

\* @type: (Int -> $amount, Int) => $amount;
Owed(V, a) == Positive(Zero - V[a])

\* @type: (Int -> $amount, Int) => $amount;
Claim(V, a) == Positive(V[a])

\* What is pending for account a and was asked for before withdrawal w.
\* @type: (Int, Int) => $amount;
PendingBefore(a, w) ==
    LET earlier == {x \in DOMAIN withdrawals: x < w}
    IN  PendingOf([x \in earlier |-> withdrawals[x]], a)

\* Does w become void, because whoever asked for it owes more than it has in cash?
\* @type: (Int -> $amount, Int) => Bool;
IsTakenBack(V, w) ==
    LET a == withdrawals[w].account
    IN  IF withdrawals[w].status /= "PENDING" THEN FALSE
        ELSE Owed(V, a) > cash[a] + PendingBefore(a, w)

\* What comes back to account a's cash by that.
\* @type: (Int -> $amount, Int) => $amount;
Recovered(V, a) ==
    LET back == {w \in DOMAIN withdrawals:
                    IF withdrawals[w].account = a THEN IsTakenBack(V, w) ELSE FALSE}
    IN  SumOf([w \in back |-> withdrawals[w].amount], back)

\* @type: (Int -> $amount, Int) => $amount;
FromCash(V, a) == Min(Owed(V, a), cash[a] + Recovered(V, a))

\* What has to come from elsewhere than its cash.
\* @type: (Int -> $amount, Int) => $amount;
BeyondCash(V, a) == Owed(V, a) - FromCash(V, a)

\* What the owner of v has at stake in the validators that are asked before v.
\* @type: (Int) => $amount;
StakedBefore(v) ==
    LET S == {w \in OwnedBy(Owner[v]): w < v}
    IN  SumOf([w \in S |-> stake[w] + unbonding[w].amount], S)

\* @type: (Int -> $amount, Int) => $amount;
FromStake(V, v) ==
    Min(stake[v], Positive(BeyondCash(V, Owner[v]) - StakedBefore(v)))

\* @type: (Int -> $amount, Int) => $amount;
FromUnbonding(V, v) ==
    Min(unbonding[v].amount, Positive(BeyondCash(V, Owner[v]) - StakedBefore(v) - stake[v]))

\* All that the debtors pay.
\* @type: (Int -> $amount) => $amount;
Collected(V) ==
    SumOf([a \in DOMAIN cash |-> FromCash(V, a)], DOMAIN cash)
        + SumOf([v \in Validators |-> FromStake(V, v) + FromUnbonding(V, v)], Validators)

\* All that the creditors claim.
\* @type: (Int -> $amount) => $amount;
Claimed(V) == SumOf([a \in DOMAIN cash |-> Claim(V, a)], DOMAIN cash)

\* @type: (Int -> $amount) => $amount;
Drawn(V) == Min(Claimed(V) - Collected(V), insuranceFund)

(***************************************************************************)
(* How much of `available' each creditor gets: its share rounded down, and *)
(* a unit more for as many as there are units left over.  Before(a, b)     *)
(* says that a comes before b when these are dealt out.                    *)
(***************************************************************************)
\* @type: (Int -> $amount, $amount, $amount, Int) => $amount;
Share(V, available, claimed, a) ==
    IF claimed <= 0 THEN Zero ELSE FloorDiv(Claim(V, a) * available, claimed)

\* @type: (Int -> $amount, $amount, $amount, Int) => $amount;
Remainder(V, available, claimed, a) ==
    Claim(V, a) * available - Share(V, available, claimed, a) * claimed

\* @type: (Int -> $amount, Int, Int) => Bool;
Before(remainder, a, b) ==
    IF remainder[a] > remainder[b] THEN TRUE
    ELSE IF remainder[a] < remainder[b] THEN FALSE
    ELSE a < b

\* @type: (Int -> $amount, $amount) => (Int -> $amount);
Received(V, available) ==
    LET claimed == Claimed(V)
        share == [a \in DOMAIN cash |-> Share(V, available, claimed, a)]
        remainder == [a \in DOMAIN cash |-> Remainder(V, available, claimed, a)]
        left == available - SumOf(share, DOMAIN cash)
        \* @type: (Int) => Int;
        Rank(a) == Cardinality({b \in DOMAIN cash: Before(remainder, b, a)})
    IN  [a \in DOMAIN cash |-> IF Rank(a) < left THEN share[a] + 1 ELSE share[a]]

\* What everyone has once V is cleared, and what each creditor did without.
\* @type: (Int -> $amount) => $cleared;
Clear(V) ==
    LET drawn == Drawn(V)
        received == Received(V, Collected(V) + drawn)
    IN  [cash |-> [a \in DOMAIN cash |->
             cash[a] + Recovered(V, a) - FromCash(V, a) + received[a]],
         withdrawals |-> [w \in DOMAIN withdrawals |->
             IF IsTakenBack(V, w)
             THEN [withdrawals[w] EXCEPT !.status = "VOID"]
             ELSE withdrawals[w]],
         stake |-> [v \in Validators |-> stake[v] - FromStake(V, v)],
         unbonding |-> [v \in Validators |->
             [unbonding[v] EXCEPT !.amount = @ - FromUnbonding(V, v)]],
         insuranceFund |-> insuranceFund - drawn,
         haircut |-> [a \in DOMAIN cash |-> Claim(V, a) - received[a]]]

\* Everyone's obligations V are met.  (There is one V and one outcome; TLC works out what is
\* bound by \E once, and a definition by LET again and again.)
\* @type: (Int -> $amount) => Bool;
Settle(V) ==
    \E owed \in {Evaluated(V)}: \E after \in {Evaluated(Clear(owed))}:
        /\ cash' = after.cash
        /\ withdrawals' = after.withdrawals
        /\ stake' = after.stake
        /\ unbonding' = after.unbonding
        /\ insuranceFund' = after.insuranceFund

-----------------------------------------------------------------------------
(* What must hold of clearing V, whatever V is, as long as its sum is zero. *)

\* All that account a has: its cash, what is pending, and what is at stake in its name.
\* @type: (Int, Int -> $amount, Int -> $withdrawal, Int -> $amount, Int -> $unbonding) => $amount;
Wealth(a, money, asked, staked, leaving) ==
    money[a] + PendingOf(asked, a)
        + SumOf([v \in OwnedBy(a) |-> staked[v] + leaving[v].amount], OwnedBy(a))

\* Money is moved and neither made nor lost.
\* @type: (Int -> $amount) => Bool;
ClearConserves(V) ==
    LET c == Clear(V)
    IN  SumOf(c.cash, DOMAIN cash) + PendingIn(c.withdrawals) + SumOf(c.stake, Validators)
            + SumOf([v \in Validators |-> c.unbonding[v].amount], Validators) + c.insuranceFund
        = TotalCash + TotalPending + TotalStake + TotalUnbonding + insuranceFund

\* Nobody has less than nothing afterwards.
\* @type: (Int -> $amount) => Bool;
ClearIsNonNegative(V) ==
    LET c == Clear(V)
    IN  /\ \A a \in DOMAIN cash: c.cash[a] >= 0
        /\ \A v \in Validators: c.stake[v] >= 0
        /\ \A v \in Validators: c.unbonding[v].amount >= 0
        /\ c.insuranceFund >= 0

(***************************************************************************)
(* A debtor pays all that it owes, or all that it has, and stake only when *)
(* its cash is gone and nothing is pending.                                *)
(***************************************************************************)
\* @type: (Int -> $amount) => Bool;
DebtorsPay(V) ==
    LET c == Clear(V)
    IN  \A a \in DOMAIN cash:
            V[a] <= 0 =>
                /\ Wealth(a, c.cash, c.withdrawals, c.stake, c.unbonding)
                       = Positive(Wealth(a, cash, withdrawals, stake, unbonding) + V[a])
                /\ (\E v \in OwnedBy(a): c.stake[v] < stake[v]) =>
                       c.cash[a] + PendingOf(c.withdrawals, a) <= 0
                /\ (\E v \in OwnedBy(a): c.unbonding[v].amount < unbonding[v].amount) =>
                       c.cash[a] + PendingOf(c.withdrawals, a) <= 0

(***************************************************************************)
(* Of withdrawals only those of debtors become void, and only pending      *)
(* ones: the first ones first, and no more than it takes, so that of the   *)
(* last one something was missing.                                         *)
(***************************************************************************)
\* @type: (Int -> $amount) => Bool;
TakenBackInOrder(V) ==
    LET c == Clear(V)
        \* @type: (Int) => Bool;
        IsVoided(w) == c.withdrawals[w] /= withdrawals[w]
    IN  \A w \in DOMAIN withdrawals:
            IsVoided(w) =>
                LET a == withdrawals[w].account
                    others == {x \in DOMAIN withdrawals:
                                  withdrawals[x].account = a /\ withdrawals[x].status = "PENDING"}
                IN  /\ V[a] < 0
                    /\ withdrawals[w].status = "PENDING"
                    /\ c.withdrawals[w] = [withdrawals[w] EXCEPT !.status = "VOID"]
                    /\ \A x \in others: x < w => IsVoided(x)
                    /\ (\A x \in others: x > w => ~IsVoided(x)) =>
                           c.cash[a] < withdrawals[w].amount

\* The fund is drawn upon for a debtor only that has nothing left.
\* @type: (Int -> $amount) => Bool;
FundComesLast(V) ==
    LET c == Clear(V)
    IN  c.insuranceFund < insuranceFund =>
            \E a \in DOMAIN cash:
                V[a] < 0 /\ Wealth(a, c.cash, c.withdrawals, c.stake, c.unbonding) <= 0

(***************************************************************************)
(* A creditor does without something only when the fund is empty, and      *)
(* nobody gets more than its claim, or what a debtor pays.                 *)
(***************************************************************************)
\* @type: (Int -> $amount) => Bool;
HaircutIsLast(V) ==
    LET c == Clear(V)
    IN  \A a \in DOMAIN cash:
            /\ c.haircut[a] >= 0
            /\ c.haircut[a] > 0 => c.insuranceFund <= 0
            /\ V[a] >= 0 => c.cash[a] + c.haircut[a] = cash[a] + V[a]

\* What a creditor gets is less than a unit from its share in proportion.
\* @type: (Int -> $amount) => Bool;
HaircutIsFair(V) ==
    LET c == Clear(V)
        available == Collected(V) + Drawn(V)
    IN  \A a \in DOMAIN cash:
            V[a] > 0 =>
                Abs((V[a] - c.haircut[a]) * Claimed(V) - V[a] * available) < Claimed(V)

(***************************************************************************)
(* There is one way only to deal out what is left over: whoever gets a     *)
(* unit has a larger remainder than who gets none, or the same and a lower *)
(* number.  No order of visiting the accounts can change that.             *)
(***************************************************************************)
\* @type: (Int -> $amount) => Bool;
DealtByRemainder(V) ==
    LET c == Clear(V)
        available == Collected(V) + Drawn(V)
        claimed == Claimed(V)
        \* @type: (Int) => Bool;
        GotMore(a) == Claim(V, a) - c.haircut[a] > Share(V, available, claimed, a)
        \* @type: (Int) => $amount;
        LeftOver(a) == Remainder(V, available, claimed, a)
    IN  \A a, b \in DOMAIN cash:
            GotMore(a) /\ ~GotMore(b) =>
                LeftOver(a) > LeftOver(b) \/ (LeftOver(a) >= LeftOver(b) /\ a < b)
=============================================================================
