------------------------------ MODULE Accounts ------------------------------
(***************************************************************************)
(* Who holds what.  All money in the system is in one of these places, and *)
(* all of it came in by a deposit or was there at genesis.                 *)
(***************************************************************************)
EXTENDS Contracts

(*
  @typeAlias: unbonding = { amount: $amount, due: Int };
  @typeAlias: withdrawal = { account: Int, amount: $amount, status: Str, requested: Int,
                             approvals: Set(Int), approved: Int };
*)
Accounts_aliases == TRUE

CONSTANTS
    \* @type: Set(Int);
    Validators,
    \* The account that a validator's stake came from and returns to.
    \* @type: Int -> Int;
    Owner

VARIABLES
    \* Cash of each account.  An account is open when it is in the domain.
    \* @type: Int -> $amount;
    cash,
    \* Signed contracts of each account in every series ever listed.
    \* @type: Int -> (Int -> $amount);
    position,
    \* The height at which an account was found below its maintenance margin, or 0; and one more
    \* for each block since in which nobody could take it over.
    \* @type: Int -> Int;
    flagged,
    \* What is there for losses that nobody else can pay.
    \* @type: $amount;
    insuranceFund,
    \* What each validator has at stake.
    \* @type: Int -> $amount;
    stake,
    \* What each validator has unstaked and not got back yet, and when it will.
    \* @type: Int -> $unbonding;
    unbonding,
    \* All withdrawals ever requested.  While one is pending its amount is nobody's cash, and has
    \* not left the system either.
    \* @type: Int -> $withdrawal;
    withdrawals,
    \* All money that ever came in, and that ever left.
    \* @type: $amount;
    externalIn,
    \* @type: $amount;
    externalOut

accountsVars ==
    <<cash, position, flagged, insuranceFund, stake, unbonding, withdrawals, externalIn,
      externalOut>>

\* @type: Set(Int);
OpenAccounts == DOMAIN cash

\* A position in nothing.
\* @type: Int -> $amount;
Flat == [s \in DOMAIN series |-> Zero]

\* @type: (Int) => Set(Int);
OwnedBy(a) == {v \in Validators: Owner[v] = a}

\* @type: $amount;
TotalCash == SumOf(cash, DOMAIN cash)

\* @type: $amount;
TotalStake == SumOf(stake, Validators)

\* @type: $amount;
TotalUnbonding == SumOf([v \in Validators |-> unbonding[v].amount], Validators)

\* What is pending of these withdrawals.
\* @type: (Int -> $withdrawal) => $amount;
PendingIn(asked) ==
    SumOf([w \in DOMAIN asked |-> IF asked[w].status = "PENDING" THEN asked[w].amount ELSE Zero],
          DOMAIN asked)

\* @type: $amount;
TotalPending == PendingIn(withdrawals)

\* What account a has pending of these withdrawals.
\* @type: (Int -> $withdrawal, Int) => $amount;
PendingOf(asked, a) ==
    SumOf([w \in DOMAIN asked |->
               IF asked[w].status = "PENDING" /\ asked[w].account = a
               THEN asked[w].amount
               ELSE Zero],
          DOMAIN asked)

\* @type: Int -> $withdrawal;
NoWithdrawals ==
    [w \in 1 .. 0 |->
        [account |-> 0, amount |-> Zero, status |-> "VOID", requested |-> 0,
         approvals |-> {}, approved |-> 0]]

(***************************************************************************)
(* Everyone's position in a new series s is zero: the other half of        *)
(* Contracts!ListSeries.                                                   *)
(***************************************************************************)
\* @type: (Int) => Bool;
OpenSeries(s) ==
    /\ position' = [a \in DOMAIN position |-> Extended(position[a], [x \in {s} |-> Zero])]
    /\ UNCHANGED <<cash, flagged, insuranceFund, stake, unbonding, withdrawals, externalIn,
                   externalOut>>

-----------------------------------------------------------------------------
\* For every contract held there is one owed.
S2_OpenInterest ==
    \A s \in DOMAIN series:
        SumOf([a \in DOMAIN position |-> position[a][s]], DOMAIN position) = Zero

\* Nobody has less than nothing.
S4_NonNegative ==
    /\ \A a \in DOMAIN cash: cash[a] >= 0
    /\ \A v \in Validators: stake[v] >= 0
    /\ \A v \in Validators: unbonding[v].amount >= 0
    /\ insuranceFund >= 0
=============================================================================
