------------------------------ MODULE ApaExpiry -----------------------------
(***************************************************************************)
(* Expiry for the symbolic model checker: three accounts of any cash, and  *)
(* a group of a call and a put of any strikes, which is settled at the     *)
(* mean of any two prices.  Prices are multiplied with contracts, so that  *)
(* what is held is given.                                                  *)
(*                                                                         *)
(* The settlement clears what is due, which multiplies and divides.  So it *)
(* is none of the steps that keep the invariant for any prices: what is    *)
(* due is checked for any; how it is met, by ApaClearing; and the whole    *)
(* step where strikes and prices are given too.                            *)
(***************************************************************************)
EXTENDS Expiry

AnyRules ==
    /\ Validators = {0}
    /\ Owner = [v \in {0} |-> 0]
    /\ MaxPrice = 1000000
    /\ MaxSeries = 4
    /\ MaxGroups = 4
    /\ Governors = {1}
    /\ GovernorQuorum = 1
    /\ InitialRate = 2000
    /\ MaintenanceRate = 1000
    /\ InitialFloor = 20
    /\ MaintenanceFloor = 10
    /\ MaxMove = 1000
    /\ MaxAge = 5
    /\ SettlementRounds = 2
    /\ OutlierMove = 500
    /\ OutlierRounds = 3
    /\ MaxPause = 10
    /\ MaxPosition = 50
    /\ MaxQuantity = 20
    /\ MaxOrders = 2

Traders == {0, 1, 2}
Listed == {1, 2}
Statuses == {"LIVE", "EXPIRED", "SETTLED"}
Phases == {"expiry", "liquidation"}

\* Account 0 sold two calls to 1 and bought a put from 2.
\* @type: (Int, Int) => Int;
Contracts(a, s) ==
    IF s = 1
    THEN IF a = 0 THEN -2 ELSE IF a = 1 THEN 2 ELSE 0
    ELSE IF a = 0 THEN 1 ELSE IF a = 2 THEN -1 ELSE 0

\* What is held of this, unless it is settled.
\* @type: (Str) => Bool;
Holding(status) ==
    position = [a \in Traders |-> [s \in Listed |->
        IF status = "SETTLED" THEN 0 ELSE Contracts(a, s)]]

\* What has no part in this.
Elsewhere ==
    /\ flagged = [a \in Traders |-> 0]
    /\ unbonding = [v \in {0} |-> [amount |-> 0, due |-> 0]]
    /\ withdrawals = NoWithdrawals
    /\ externalOut = 0
    /\ round = 1
    /\ reports = [v \in {0} |-> 1]
    /\ priceHeight = 1
    /\ candidate = 0
    /\ outliers = [v \in {0} |-> 0]
    /\ jailed = {0} \ {0}
    /\ weight = [v \in {0} |-> 1]
    /\ pausedUntil = 0
    /\ taker = NoOrder
    /\ nextOrder = 2

\* A call and a put of any strikes in a group of this status, any prices observed, any money, and
\* perhaps an order.
\* @type: (Set(Str)) => Bool;
AnyOf(statuses) ==
    /\ Elsewhere
    /\ height \in Int
    /\ roundStart \in Int
    /\ price \in Int
    /\ phase \in Phases
    /\ \E expiry, x, y \in Int, status \in statuses, n \in {0, 1, 2}:
           /\ groups = [g \in {1} |->
                  [expiry |-> expiry, status |-> status,
                   observed |-> IF n = 0 THEN <<>> ELSE IF n = 1 THEN <<x>> ELSE <<x, y>>]]
           /\ Holding(status)
    /\ \E call, put \in Int:
           /\ 1 <= call /\ 1 <= put
           /\ series = [s \in Listed |->
                  [strike |-> IF s = 1 THEN call ELSE put,
                   right |-> IF s = 1 THEN "CALL" ELSE "PUT", group |-> 1]]
    /\ cash \in [Traders -> Int]
    /\ insuranceFund \in Int
    /\ stake \in [{0} -> Int]
    /\ externalIn \in Int
    /\ \E resting \in SUBSET {1}, a \in Traders, s \in Listed, x \in Int:
           orders = {[id |-> k, account |-> a, series |-> s, side |-> "buy", price |-> x,
                      quantity |-> 1, kind |-> "GTC"]: k \in resting}

AnyState == AnyOf(Statuses)

\* The end of the block, and the oracle's round in the next: any price, or none.
NextBlock ==
    /\ phase = "liquidation"
    /\ phase' = "expiry"
    /\ height' = height + 1
    /\ \E x \in Int:
           /\ 1 <= x
           /\ price' = x
           /\ groups' \in {groups, Observed(x)}
    /\ roundStart' = height + 2
    /\ UNCHANGED <<series, round, reports, priceHeight, candidate, outliers, jailed, weight,
                   pausedUntil>>
    /\ UNCHANGED accountsVars
    /\ UNCHANGED bookVars

\* All steps but those that clear (SettleGroup).
AnyNext ==
    \/ ExpireGroup(1)
    \/ EndExpiry
    \/ NextBlock

Stutter == UNCHANGED <<contractsVars, accountsVars, oracleVars, bookVars>>

-----------------------------------------------------------------------------
AllMoneyIsKept == TotalCash + TotalStake + insuranceFund = externalIn

\* That every step leads to a state of AnyState: all but amounts, prices and heights.
Shape ==
    /\ Elsewhere
    /\ phase \in Phases
    /\ DOMAIN groups = {1} /\ groups[1].status \in Statuses /\ Len(groups[1].observed) <= 2
    /\ DOMAIN series = Listed
    /\ \A s \in Listed: series[s].group = 1 /\ 1 <= series[s].strike
    /\ series[1].right = "CALL" /\ series[2].right = "PUT"
    /\ Holding(groups[1].status)
    /\ DOMAIN cash = Traders
    /\ \A o \in orders: o.id = 1 /\ o.account \in Traders /\ o.series \in Listed

Inv ==
    /\ Shape
    /\ AllMoneyIsKept
    /\ S2_OpenInterest
    /\ S4_NonNegative
    /\ S5_NothingLeft
    /\ NoOrdersForExpired
    /\ roundStart <= height + 1
    /\ \A k \in DOMAIN groups[1].observed: groups[1].observed[k] >= 1
    /\ groups[1].status = "LIVE" /\ Len(groups[1].observed) > 0 => groups[1].expiry <= height

AnyInv == AnyState /\ Inv

AnyInit ==
    /\ AnyInv
    /\ groups[1].status = "LIVE"
    /\ Len(groups[1].observed) = 0

\* At its settlement, with two prices observed.
AnyDue ==
    /\ AnyOf({"EXPIRED"})
    /\ Inv
    /\ CanSettleGroup(1)

\* The same, with strikes and prices that are given: what is due is known, and who can pay is not.
GivenDue ==
    /\ AnyDue
    /\ series[1].strike = 100 /\ series[2].strike = 140
    /\ groups[1].observed = <<130, 121>>

Settlement == SettleGroup(1)

-----------------------------------------------------------------------------
\* What is due adds up to zero.
SettlementIsEven == LET due == Obligations(1) IN SumOf(due, Traders) = 0

\* The price is the mean of what was observed.
PriceIsMean == IsMean(1, SettlementPrice(1))

\* What is due is what the contracts say, at that price.
SettlementPaysWorth ==
    LET due == Obligations(1)
        x == SettlementPrice(1)
    IN  \A a \in Traders: due[a] = Due(a, 1, x)

\* Nothing of the group is held afterwards.
NothingIsHeld == LET after == WithoutGroup(1) IN \A a \in Traders, s \in Listed: after[a][s] = 0

\* To be violated: nobody owes more than it has.
EveryoneCanPay == LET due == Obligations(1) IN \A a \in Traders: cash[a] + due[a] >= 0

\* Broken on purpose: a group is closed, and its orders stay.
ExpireGroupAlone ==
    /\ CanExpireGroup(1)
    /\ groups' = [groups EXCEPT ![1].status = "EXPIRED"]
    /\ UNCHANGED <<height, series>>
    /\ UNCHANGED accountsVars
    /\ UNCHANGED oracleVars
    /\ UNCHANGED bookVars

NextForgetful == AnyNext \/ ExpireGroupAlone

\* Broken on purpose: everyone is paid what is due to it, and debtors may end up with less than
\* nothing.
SettleUncleared ==
    /\ CanSettleGroup(1)
    /\ LET due == Obligations(1) IN cash' = [a \in Traders |-> cash[a] + due[a]]
    /\ position' = WithoutGroup(1)
    /\ groups' = [groups EXCEPT ![1].status = "SETTLED"]
    /\ UNCHANGED <<height, series, flagged, insuranceFund, stake, unbonding, withdrawals,
                   externalIn, externalOut>>
    /\ UNCHANGED oracleVars
    /\ UNCHANGED bookVars
=============================================================================
