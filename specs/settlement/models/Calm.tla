-------------------------------- MODULE Calm --------------------------------
(***************************************************************************)
(* What the models of single modules have in common: nothing happens that  *)
(* is not theirs.                                                          *)
(***************************************************************************)
EXTENDS Clearing, Book

CONSTANTS
    \* The accounts, from 0.
    Traders,
    \* The present price.
    Mark

OneOfZero == [v \in Validators |-> 0]

NobodyReports == [v \in {} |-> 0]

\* An oracle that has agreed on Mark in this block, and an empty book.
CalmOracle ==
    /\ round = 1
    /\ roundStart = height
    /\ reports = NobodyReports
    /\ price = Mark
    /\ priceHeight = height
    /\ candidate = 0
    /\ outliers = [v \in Validators |-> 0]
    /\ jailed = {}
    /\ weight = [v \in Validators |-> 1]
    /\ pausedUntil = 0

EmptyBook ==
    /\ orders = {}
    /\ taker = NoOrder
    /\ nextOrder = 1

\* A resting order of account a in series s.
RestingOrder(id, a, s) ==
    [id |-> id, account |-> a, series |-> s, side |-> "buy", price |-> 1, quantity |-> 1,
     kind |-> "GTC"]

\* All the ways to hold at most n contracts each, as many long as short.
Holdings(n) ==
    {h \in [Traders -> (0 - n) .. n]: SumOf(h, Traders) = 0}

\* Account a has asked for x.
Asked(a, x) ==
    [account |-> a, amount |-> x, status |-> "PENDING", requested |-> 1, approvals |-> {},
     approved |-> 0]

\* Nobody has, or the first three have.
SomeAsk == {NoWithdrawals, [w \in {1, 2, 3} |-> Asked(w - 1, w)]}

calmVars == <<contractsVars, accountsVars, oracleVars, bookVars>>

\* All money that is there.
Money == TotalCash + TotalPending + TotalStake + TotalUnbonding + insuranceFund

S1_Conservation == [][Money' = Money]_calmVars
=============================================================================
