----------------------------- MODULE MCTreasury -----------------------------
(***************************************************************************)
(* Models of Treasury.  Account 0 has sold a call and needs collateral for *)
(* it.  Blocks end; which of them get a quittance is left open.            *)
(***************************************************************************)
EXTENDS Treasury

CONSTANTS
    \* Blocks are executed up to this height.
    \* @type: Int;
    LastHeight,
    \* What may be deposited and requested.
    \* @type: Set(Int);
    Deposits,
    \* @type: Set(Int);
    Requests,
    \* How often.
    \* @type: Int;
    MostDeposits,
    \* @type: Int;
    MostRequests,
    \* Who may sign for custodians, and who may try to approve.
    \* @type: Set(Set(Int));
    Signatures,
    \* @type: Set(Int);
    Approvers,
    \* The accounts that may be flagged, and the candidate prices that may halt trading.
    \* @type: Set(Int);
    Flaggable,
    \* @type: Set(Int);
    Candidates,
    \* The heights whose quittance may be tried.
    \* @type: Set(Int);
    Quittances

NoOwner == [v \in 1 .. 0 |-> 0]

\* @type: (Int -> Int) => Bool;
InitWith(flags) ==
    /\ height = 1
    /\ groups = [g \in {1} |-> [expiry |-> 9, status |-> "LIVE", observed |-> <<>>]]
    /\ series = [s \in {1} |-> [strike |-> 2, right |-> "CALL", group |-> 1]]
    /\ cash = [a \in 0 .. 1 |-> IF a = 0 THEN 3 ELSE 1]
    /\ position = [a \in 0 .. 1 |-> [s \in {1} |-> IF a = 0 THEN -1 ELSE 1]]
    /\ flagged = flags
    /\ insuranceFund = 0
    /\ stake = [v \in Validators |-> 0]
    /\ unbonding = [v \in Validators |-> [amount |-> 0, due |-> 0]]
    /\ externalIn = TotalCash
    /\ externalOut = 0
    /\ phase = "commands"
    /\ round = 1
    /\ roundStart = height
    /\ reports = [v \in 1 .. 0 |-> 1]
    /\ price = 2
    /\ priceHeight = 1
    /\ candidate \in Candidates
    /\ outliers = [v \in Validators |-> 0]
    /\ jailed = {}
    /\ weight = [v \in Validators |-> 1]
    /\ pausedUntil = 0
    /\ withdrawals = NoWithdrawals
    /\ nextWithdrawal = 1
    /\ withdrawn = 0
    /\ usedDeposits = {}
    /\ quitted = 0

Init == \E S \in SUBSET Flaggable: InitWith([a \in 0 .. 1 |-> IF a \in S THEN 1 ELSE 0])

\* The end of a block, and of an epoch if it is one.
EndBlock ==
    /\ height < LastHeight
    /\ height' = height + 1
    /\ withdrawn' = IF height % EpochLength = 0 THEN 0 ELSE withdrawn
    /\ UNCHANGED <<nextWithdrawal, usedDeposits, quitted, groups, series>>
    /\ UNCHANGED <<accountsVars, oracleVars>>

\* 9 is no account and no withdrawal.
Askers == {0, 1, 9}
Ids == 1 .. MostRequests \union {9}

Next ==
    \/ \E ext \in 1 .. MostDeposits, a \in {0, 2, 9}, amount \in Deposits, signers \in Signatures:
           Deposit(ext, a, amount, signers)
    \/ \E a \in Askers, amount \in Requests:
           nextWithdrawal <= MostRequests /\ RequestWithdrawal(a, amount)
    \/ \E custodian \in Approvers, w \in Ids: ApproveWithdrawal(custodian, w)
    \/ \E w \in Ids: ExecuteWithdrawal(w)
    \/ \E a \in Askers, w \in Ids: VoidWithdrawal(a, w)
    \/ \E at \in Quittances: Quit(at)
    \/ EndBlock

vars == <<contractsVars, accountsVars, oracleVars, treasuryVars>>
Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
\* All money is somewhere.
MoneyIsKept == TotalCash + TotalPending = externalIn - externalOut
=============================================================================
