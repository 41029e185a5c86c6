-------------------------------- MODULE MCBook -------------------------------
(***************************************************************************)
(* Models of Book: three accounts and their orders.  What other modules do *)
(* is put here in a few words: blocks end, the price moves, and governors  *)
(* pause trading.                                                          *)
(***************************************************************************)
EXTENDS Book

CONSTANTS
    \* The accounts: 0, 1, ... and what each has.
    \* @type: Set(Int);
    Traders,
    \* @type: Int -> Int;
    Cash,
    \* The series that are listed, all calls struck at 2; series 2 is of group 2.
    \* @type: Set(Int);
    Listed,
    \* What may be tried.
    \* @type: Set(Int);
    SeriesTried,
    \* @type: Set(Int);
    Prices,
    \* @type: Set(Int);
    Quantities,
    \* @type: Set(Str);
    KindsTried,
    \* Orders are accepted up to this one.
    \* @type: Int;
    LastOrder,
    \* Blocks are executed up to this height.
    \* @type: Int;
    LastHeight,
    \* The prices that the underlying may move to.
    \* @type: Set(Int);
    Moves,
    \* The heights up to which trading may be paused.
    \* @type: Set(Int);
    Pauses,
    \* The accounts that may be flagged.
    \* @type: Set(Int);
    Flaggable

NoOwner == [v \in 1 .. 0 |-> 0]
Rich == [a \in Traders |-> 9]
\* Account 0 has enough for one short contract, account 1 for two, account 2 for none.
Scarce == [a \in Traders |-> IF a = 0 THEN 1 ELSE IF a = 1 THEN 3 ELSE 0]

VARIABLE
    \* What the taker's account had when its order was accepted.
    \* @type: { cash: $amount, position: Int -> $amount };
    before

\* @type: (Int -> Int) => Bool;
InitWith(flags) ==
    /\ height = 1
    /\ groups = [g \in {1, 2} |->
           [expiry |-> IF g = 1 THEN 9 ELSE 2, status |-> "LIVE", observed |-> <<>>]]
    /\ series = [s \in Listed |-> [strike |-> 2, right |-> "CALL", group |-> s]]
    /\ cash = Cash
    /\ position = [a \in Traders |-> [s \in Listed |-> 0]]
    /\ flagged = flags
    /\ insuranceFund = 0
    /\ stake = [v \in Validators |-> 0]
    /\ unbonding = [v \in Validators |-> [amount |-> 0, due |-> 0]]
    /\ withdrawals = NoWithdrawals
    /\ externalIn = TotalCash
    /\ externalOut = 0
    /\ phase = "commands"
    /\ round = 1
    /\ roundStart = height
    /\ reports = [v \in 1 .. 0 |-> 1]
    /\ price = 2
    /\ priceHeight = 1
    /\ candidate = 0
    /\ outliers = [v \in Validators |-> 0]
    /\ jailed = {}
    /\ weight = [v \in Validators |-> 1]
    /\ pausedUntil = 0
    /\ orders = {}
    /\ taker = NoOrder
    /\ nextOrder = 1
    /\ before = [cash |-> 0, position |-> [s \in Listed |-> 0]]

Init == \E S \in SUBSET Flaggable: InitWith([a \in Traders |-> IF a \in S THEN 1 ELSE 0])

EndBlock ==
    /\ ~Matching
    /\ height < LastHeight
    /\ height' = height + 1
    /\ UNCHANGED <<groups, series>>
    /\ UNCHANGED <<bookVars, accountsVars, oracleVars>>

\* A block ends, and in it the oracle has agreed on another price.
Move(x) ==
    /\ ~Matching
    /\ height < LastHeight
    /\ price' = x
    /\ priceHeight' = height
    /\ height' = height + 1
    /\ UNCHANGED <<phase, round, roundStart, reports, candidate, outliers, jailed, weight,
                   pausedUntil>>
    /\ UNCHANGED <<groups, series>>
    /\ UNCHANGED <<bookVars, accountsVars>>

PauseTrading(until) ==
    /\ ~Matching
    /\ Pause(until, Governors)
    /\ UNCHANGED <<accountsVars, bookVars>>

\* 9 is no account, no series and no order.
Placing ==
    \E a \in Traders \union {9}, s \in SeriesTried, side \in {"buy", "sell"}, x \in Prices,
        n \in Quantities, kind \in KindsTried:
        /\ nextOrder <= LastOrder
        /\ Place(a, s, side, x, n, kind)
        /\ before' = [cash |-> cash[a], position |-> position[a]]

Next ==
    \/ Placing
    \/ \E maker \in 1 .. LastOrder: Fill(maker) /\ UNCHANGED before
    \/ \E maker \in 1 .. LastOrder: Evict(maker) /\ UNCHANGED before
    \/ Rest /\ UNCHANGED before
    \/ Expire /\ UNCHANGED before
    \/ \E a \in Traders \union {9}, order \in 1 .. LastOrder:
           Cancel(a, order) /\ UNCHANGED before
    \/ EndBlock /\ UNCHANGED before
    \/ \E x \in Moves: Move(x) /\ UNCHANGED before
    \/ \E until \in Pauses: PauseTrading(until) /\ UNCHANGED before

vars == <<contractsVars, accountsVars, oracleVars, bookVars, before>>
Spec == Init /\ [][Next]_vars

\* What was kept of the past is not part of the state once an order is done with.
View == <<contractsVars, accountsVars, oracleVars, bookVars,
          IF Matching THEN before ELSE [cash |-> 0, position |-> [s \in Listed |-> 0]]>>

-----------------------------------------------------------------------------
(***************************************************************************)
(* S3: at every moment of the matching the taker's account has collateral, *)
(* or misses no more than it missed before its order was accepted.         *)
(***************************************************************************)
S3_Takers ==
    Matching =>
        LET a == taker.account
        IN  /\ cash[a] >= 0
            /\ \/ FreeCollateral(price, cash[a], position[a]) >= 0
               \/ Shortfall(price, cash[a], position[a])
                      <= Shortfall(price, before.cash, before.position)

\* The same at the step that fills the last of it.
S3_TakersEnd ==
    [][Fills =>
          LET a == taker.account
          IN  /\ cash'[a] >= 0
              /\ \/ FreeCollateral(price, cash'[a], position'[a]) >= 0
                 \/ Shortfall(price, cash'[a], position'[a])
                        <= Shortfall(price, before.cash, before.position)]_vars

\* All money is somewhere.
MoneyIsKept == TotalCash = externalIn
=============================================================================
