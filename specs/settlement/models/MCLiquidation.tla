--------------------------- MODULE MCLiquidation ----------------------------
(***************************************************************************)
(* The liquidation of whoever is below its maintenance margin, block after *)
(* block, with whatever fresh, stale or moving price.  Three or four       *)
(* accounts, a call and a put of one group.                                *)
(***************************************************************************)
EXTENDS Liquidation, Calm

CONSTANTS
    \* The last block, and the prices that the oracle finds.
    LastHeight, Marks,
    \* The contracts that anyone has in each series in the beginning.
    MostHeld, MostHeldOfPut,
    \* What the accounts have in the beginning.
    Purses

CallAndPut ==
    [s \in {1, 2} |-> [strike |-> 2, right |-> IF s = 1 THEN "CALL" ELSE "PUT", group |-> 1]]

RichAndPoor == {<<0, 0, 0>>, <<1, 2, 4>>, <<4, 0, 1>>}
OnePoor == {<<0, 1, 6>>, <<1, 6, 0>>}
\* Four accounts, so that there may be two on each side.
FirstPoor == {<<1, 9, 9, 9>>}

Init ==
    /\ height = 1
    /\ series = CallAndPut
    /\ groups = [g \in {1} |-> [expiry |-> 9, status |-> "LIVE", observed |-> <<>>]]
    /\ \E purse \in Purses: cash = [a \in Traders |-> purse[a + 1]]
    /\ \E first \in Holdings(MostHeld), second \in Holdings(MostHeldOfPut):
           position = [a \in Traders |-> [s \in {1, 2} |-> IF s = 1 THEN first[a] ELSE second[a]]]
    /\ flagged = [a \in Traders |-> 0]
    /\ insuranceFund \in {0, 1}
    /\ stake = [v \in Validators |-> 1]
    /\ unbonding = [v \in Validators |-> [amount |-> 0, due |-> 0]]
    /\ withdrawals \in SomeAsk
    /\ externalIn = Money
    /\ externalOut = 0
    /\ phase = "liquidation"
    /\ CalmOracle
    /\ orders = {RestingOrder(1, 0, 1), RestingOrder(2, 1, 1)}
    /\ taker = NoOrder
    /\ nextOrder = 3
    /\ swept = 0 - 1

liquidationModelVars == <<calmVars, swept>>

(***************************************************************************)
(* The rest of a block: the commands begin when liquidation is over, and   *)
(* when they end there may be another price, or none, or one that is not   *)
(* confirmed.                                                              *)
(***************************************************************************)
BeginBlock ==
    /\ phase = "staking"
    /\ height < LastHeight
    /\ phase' = "commands"
    /\ height' = height + 1
    /\ swept' = 0 - 1
    /\ UNCHANGED <<groups, series, accountsVars, bookVars, round, roundStart, reports, price,
                   priceHeight, candidate, outliers, jailed, weight, pausedUntil>>

EndCommands(x) ==
    /\ phase = "commands"
    /\ phase' = "liquidation"
    /\ flagged' = FlaggedAfterCommands
    /\ IF x > 0
       THEN price' = x /\ priceHeight' = height /\ candidate' = 0
       ELSE price' = price /\ priceHeight' = priceHeight /\ candidate' = 0 - x
    /\ UNCHANGED <<cash, position, insuranceFund, stake, unbonding, withdrawals, externalIn,
                   externalOut>>
    /\ UNCHANGED <<contractsVars, bookVars, swept, round, roundStart, reports, outliers,
                   jailed, weight, pausedUntil>>

Next ==
    \/ \E a \in DOMAIN cash: Flag(a)
    \/ \E a \in DOMAIN cash: Unflag(a)
    \/ \E a \in DOMAIN cash: Deleverage(a)
    \/ EndLiquidation
    \/ \E a, b \in DOMAIN cash: Takeover(a, b)
    \/ BeginBlock
    \/ \E x \in Marks: EndCommands(x)

Spec == Init /\ [][Next]_liquidationModelVars

\* A price of zero: none was agreed on.  Below zero: it waits to be confirmed.
Moving == {1, 2, 4}
Rising == {4}
Unsteady == {3, 0, 0 - 4}

\* There is exactly one thing to do until the phase is over.
S13_Deterministic ==
    phase = "liquidation" =>
        Cardinality({a \in DOMAIN cash: CanFlag(a)})
            + Cardinality({a \in DOMAIN cash: CanUnflag(a)})
            + Cardinality({a \in DOMAIN cash: CanDeleverage(a)})
            + Cardinality({k \in {1}: CanEndLiquidation}) = 1
=============================================================================
