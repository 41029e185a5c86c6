------------------------------- MODULE ApaBook ------------------------------
(***************************************************************************)
(* Book for the symbolic model checker: three accounts of any cash and any *)
(* position in one call, and orders at any prices, one after another.  How *)
(* many contracts an order has is one or two, and the price of the         *)
(* underlying and the strike are given, since these are what prices and    *)
(* positions are multiplied with.                                          *)
(***************************************************************************)
EXTENDS Book

CONSTANTS
    \* The orders that there may be.
    \* @type: Set(Int);
    Ids,
    \* The last of them.
    \* @type: Int;
    Last

AnyLimits ==
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

\* One order may rest while another is matched.
AnyRules == AnyLimits /\ Ids = {1, 2} /\ Last = 2

\* Two may.
ThreeOrders == AnyLimits /\ Ids = {1, 2, 3} /\ Last = 3

Traders == {0, 1, 2}
Quantities == {1, 2}

Resting == {"GTC", "POST_ONLY"}
Kinds == {"GTC", "POST_ONLY", "IOC"}

\* What has no part in this: a call struck at 1000, the underlying at 1010, and calm.
Calm ==
    /\ height = 1
    /\ groups = [g \in {1} |-> [expiry |-> 9, status |-> "LIVE", observed |-> <<>>]]
    /\ series = [s \in {1} |-> [strike |-> 1000, right |-> "CALL", group |-> 1]]
    /\ flagged = [a \in Traders |-> 0]
    /\ insuranceFund = 0
    /\ stake = [v \in {0} |-> 0]
    /\ unbonding = [v \in {0} |-> [amount |-> 0, due |-> 0]]
    /\ withdrawals = NoWithdrawals
    /\ externalOut = 0
    /\ phase = "commands"
    /\ round = 1
    /\ roundStart = 1
    /\ reports = [v \in {0} |-> 1]
    /\ price = 1010
    /\ priceHeight = 1
    /\ candidate = 0
    /\ outliers = [v \in {0} |-> 0]
    /\ jailed = {0} \ {0}
    /\ weight = [v \in {0} |-> 1]
    /\ pausedUntil = 0

AnyState ==
    /\ Calm
    /\ cash \in [Traders -> Int]
    /\ \E held \in [Traders -> Int]: position = [a \in Traders |-> [s \in {1} |-> held[a]]]
    /\ externalIn \in Int
    /\ nextOrder \in {Last, Last + 1}
    /\ \E resting \in SUBSET Ids, who \in [Ids -> Traders], side \in [Ids -> {"buy", "sell"}],
          limit \in [Ids -> Int], left \in [Ids -> Quantities], kind \in [Ids -> Resting]:
           orders = {[id |-> k, account |-> who[k], series |-> 1, side |-> side[k],
                      price |-> limit[k], quantity |-> left[k], kind |-> kind[k]]: k \in resting}
    /\ \E matching \in BOOLEAN, a \in Traders, side \in {"buy", "sell"}, limit \in Int,
          left \in Quantities, kind \in Kinds:
           taker = IF matching
                   THEN [id |-> Last, account |-> a, series |-> 1, side |-> side,
                         price |-> limit, quantity |-> left, kind |-> kind]
                   ELSE NoOrder

AnyInit ==
    /\ AnyState
    /\ orders = {}
    /\ taker = NoOrder
    /\ nextOrder = Last
    /\ \A a \in Traders: position[a][1] = 0 /\ cash[a] >= 0
    /\ externalIn = TotalCash

\* No more orders than Ids.
AnyNext ==
    \/ \E a \in Traders, side \in {"buy", "sell"}, x \in Int, n \in Quantities, kind \in Kinds:
           nextOrder = Last /\ Place(a, 1, side, x, n, kind)
    \/ \E maker \in Ids: Fill(maker)
    \/ \E maker \in Ids: Evict(maker)
    \/ Rest
    \/ Expire
    \/ \E a \in Traders, order \in Ids: Cancel(a, order)

-----------------------------------------------------------------------------
\* The money of the traders.
MoneyIsKept == TotalCash = externalIn

\* Whoever buys can pay for all that is left at its limit, and no limit is passed.
TakerCanPay ==
    Matching =>
        /\ 1 <= taker.price
        /\ taker.side = "buy" => cash[taker.account] >= taker.price * taker.quantity
        /\ IsWithinLimit(taker, taker.quantity)
        /\ \A o \in CrossedBy(taker): o.account /= taker.account
        /\ taker.kind = "POST_ONLY" => CrossedBy(taker) = {}

\* That every step leads to a state of AnyState: all but amounts and prices.
Shape ==
    /\ Calm
    /\ nextOrder \in {Last, Last + 1}
    /\ \A o \in orders:
           /\ o.id \in Ids /\ o.id < nextOrder
           /\ o.series = 1 /\ o.account \in Traders
           /\ o.quantity \in Quantities /\ o.kind \in Resting /\ o.side \in {"buy", "sell"}
    /\ IF Matching
       THEN /\ taker.id = Last /\ nextOrder = Last + 1
            /\ taker.series = 1 /\ taker.account \in Traders /\ taker.quantity \in Quantities
            /\ taker.side \in {"buy", "sell"} /\ taker.kind \in Kinds
            /\ \A o \in orders: o.id /= Last
       ELSE taker = NoOrder
    /\ DOMAIN cash = Traders /\ DOMAIN position = Traders
    /\ \A a \in Traders: DOMAIN position[a] = {1}

\* What follows.
Sound == MoneyIsKept /\ S2_OpenInterest /\ S4_NonNegative /\ S9_Book /\ S9_PositionLimit

Inv ==
    /\ Shape
    /\ Sound
    /\ \A o \in orders: 1 <= o.price
    /\ TakerCanPay

AnyInv == AnyState /\ Inv

\* S9, of one step: fills go by price, then by time, at a price that both agreed to, and nobody
\* trades with himself.
FillsAreFair ==
    Fills =>
        \A o \in orders \ orders':
            /\ Crosses(o, taker)
            /\ o.account /= taker.account
            /\ taker.kind /= "POST_ONLY"
            /\ \A p \in CrossedBy(taker) \ {o}: IsBefore(o, p)

\* To be violated: fills are at the price of the taker.
FillsAtTakersPrice ==
    Fills => \A o \in orders \ orders': o.price = taker.price

\* To be violated: of the orders that the taker could trade with, the oldest is first.
OldestFirst ==
    Fills => \A o \in orders \ orders': \A p \in CrossedBy(taker) \ {o}: o.id < p.id

\* As Inv, without what was checked when the taker was placed: it may pay what it has not.
AnyUnchecked == AnyState /\ Shape /\ Sound /\ \A o \in orders: 1 <= o.price
=============================================================================
