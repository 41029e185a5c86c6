----------------------------- MODULE ApaTreasury ----------------------------
(***************************************************************************)
(* Treasury for the symbolic model checker: two or three accounts, up to   *)
(* two withdrawals, any amounts, prices and heights, and any cap.  Account *)
(* 0 owes a call to account 1.                                             *)
(***************************************************************************)
EXTENDS Treasury, AnyMoney

AnyCap ==
    /\ AnyRules
    /\ Custodians = {1, 2, 3}
    /\ CustodianQuorum = 2
    /\ WithdrawalDelay = 3
    /\ WithdrawalCap \in Int
    /\ 0 <= WithdrawalCap
    /\ EpochLength = 10
    /\ MaxMoney \in Int

Ids == {1, 2}
Deposits == {1, 2, 3}

\* The withdrawals before the next.
AnyWithdrawals ==
    /\ nextWithdrawal \in 1 .. 3
    /\ \E who \in [Ids -> 0 .. 2], amount \in [Ids -> Int],
          status \in [Ids -> {"PENDING", "EXECUTED", "VOID"}],
          requested \in [Ids -> Int], approved \in [Ids -> Int],
          given \in SUBSET (Ids \X {1, 2, 3}):
           withdrawals = [w \in {x \in Ids: x < nextWithdrawal} |->
               [account |-> who[w], amount |-> amount[w], status |-> status[w],
                requested |-> requested[w], approved |-> approved[w],
                approvals |-> {c \in {1, 2, 3}: <<w, c>> \in given}]]

\* @type: (Int) => Int;
HeldBy(a) == IF a = 0 THEN -1 ELSE IF a = 1 THEN 1 ELSE 0

AnyState ==
    /\ AnyCall
    /\ \E open \in {2, 3}: AnyAccounts(open, [a \in 0 .. 2 |-> HeldBy(a)])
    /\ AnyPrice({"commands"})
    /\ AnyWithdrawals
    /\ withdrawn \in Int
    /\ usedDeposits \in SUBSET Deposits
    /\ quitted \in Int

\* Nothing was requested so far, and money is somewhere.
AnyInit ==
    /\ AnyState
    /\ nextWithdrawal = 1
    /\ withdrawn = 0
    /\ quitted = 0
    /\ 1 <= height
    /\ S4_NonNegative
    /\ AllMoneyIsKept

\* The end of a block, and of an epoch if it is one (Settlement!EndBlock).
EndBlock ==
    /\ height' = height + 1
    /\ withdrawn' = IF height % EpochLength = 0 THEN 0 ELSE withdrawn
    /\ UNCHANGED <<nextWithdrawal, usedDeposits, quitted, groups, series>>
    /\ UNCHANGED <<accountsVars, oracleVars>>

AnyNext ==
    \/ \E ext \in Deposits, a \in 0 .. 2, amount \in Int: Deposit(ext, a, amount, {1, 2})
    \/ \E a \in 0 .. 2, amount \in Int:
           nextWithdrawal <= 2 /\ RequestWithdrawal(a, amount)
    \/ \E custodian \in {1, 2, 3}, w \in Ids: ApproveWithdrawal(custodian, w)
    \/ \E w \in Ids: ExecuteWithdrawal(w)
    \/ \E a \in 0 .. 2, w \in Ids: VoidWithdrawal(a, w)
    \/ \E at \in Int: Quit(at)
    \/ EndBlock

-----------------------------------------------------------------------------
\* What is known of each withdrawal.
WithdrawalsAreSound ==
    \A w \in DOMAIN withdrawals:
        /\ withdrawals[w].account \in DOMAIN cash
        /\ withdrawals[w].amount >= 1
        /\ withdrawals[w].requested <= height
        /\ 1 <= withdrawals[w].requested
        /\ withdrawals[w].approved <= height
        /\ withdrawals[w].approved /= 0 =>
               /\ withdrawals[w].requested <= withdrawals[w].approved
               /\ Cardinality(withdrawals[w].approvals) >= CustodianQuorum

\* That every step leads to a state of AnyState: all but amounts, prices and heights.
Shape ==
    /\ DOMAIN cash \in {0 .. 1, 0 .. 2}
    /\ DOMAIN position = DOMAIN cash
    /\ DOMAIN flagged = DOMAIN cash
    /\ \A a \in DOMAIN position: DOMAIN position[a] = {1} /\ position[a][1] = HeldBy(a)
    /\ DOMAIN series = {1} /\ series[1].right = "CALL" /\ series[1].group = 1
    /\ DOMAIN groups = {1} /\ groups[1].status = "LIVE" /\ groups[1].observed = <<>>
    /\ phase = "commands"
    /\ nextWithdrawal \in 1 .. 3
    /\ DOMAIN withdrawals = {w \in Ids: w < nextWithdrawal}
    /\ \A w \in DOMAIN withdrawals:
           /\ withdrawals[w].status \in {"PENDING", "EXECUTED", "VOID"}
           /\ withdrawals[w].approvals \subseteq Custodians
    /\ usedDeposits \subseteq Deposits

Inv ==
    /\ Shape
    /\ 1 <= height
    /\ S4_NonNegative
    /\ AllMoneyIsKept
    /\ S2_OpenInterest
    /\ WithdrawalsAreSound
    /\ S10_Cap
    /\ withdrawn <= WithdrawalCap

AnyInv == AnyState /\ Inv

\* Nothing is paid out that was not approved, or that is owed to nobody.
Paid ==
    /\ AllMoneyIsKept
    /\ S4_NonNegative
    /\ S10_Cap
    /\ TotalPending <= externalIn - externalOut

\* What leaves in a step was pending, approved in time, and is not pending any more.
PaidOnce ==
    externalOut' /= externalOut =>
        \E w \in DOMAIN withdrawals:
            /\ withdrawals[w].status = "PENDING"
            /\ withdrawals'[w].status = "EXECUTED"
            /\ externalOut' = externalOut + withdrawals[w].amount
            /\ Cardinality(withdrawals[w].approvals) >= CustodianQuorum
            /\ height >= withdrawals[w].requested + WithdrawalDelay
            /\ quitted >= withdrawals[w].approved
            /\ withdrawals[w].approved >= withdrawals[w].requested
            /\ flagged[withdrawals[w].account] <= 0

(***************************************************************************)
(* Broken on purpose: the end of a block forgets what was requested in the *)
(* epoch, though it goes on.                                               *)
(***************************************************************************)
ForgetsTheCap ==
    /\ height' = height + 1
    /\ withdrawn' = 0
    /\ UNCHANGED <<nextWithdrawal, usedDeposits, quitted, groups, series>>
    /\ UNCHANGED <<accountsVars, oracleVars>>

NextForgetful == AnyNext \/ ForgetsTheCap
=============================================================================
