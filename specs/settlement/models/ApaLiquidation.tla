--------------------------- MODULE ApaLiquidation ---------------------------
(***************************************************************************)
(* Liquidation for the symbolic model checker: three accounts of any cash  *)
(* and any positions in one call, at a price and a strike that are given,  *)
(* since these are what positions are multiplied with.                     *)
(*                                                                         *)
(* A close-out clears what is due, which multiplies and divides.  So it is *)
(* none of the steps that keep the invariant for any positions: what is    *)
(* due is checked for any; how it is met, by ApaClearing; and the whole    *)
(* step where positions are given too.                                     *)
(***************************************************************************)
EXTENDS Liquidation

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
    /\ TakeoverBlocks = 3

Traders == {0, 1, 2}
Phases == {"commands", "liquidation", "staking"}

\* Not flagged, or flagged four, three, two or one block ago, or in this block.
Flags == {0, 6, 7, 8, 9, 10}

\* What has no part in this: a call struck at 1000, the underlying at 1020 in block 10, no orders.
Calm ==
    /\ height = 10
    /\ groups = [g \in {1} |-> [expiry |-> 99, status |-> "LIVE", observed |-> <<>>]]
    /\ series = [s \in {1} |-> [strike |-> 1000, right |-> "CALL", group |-> 1]]
    /\ unbonding = [v \in {0} |-> [amount |-> 0, due |-> 0]]
    /\ withdrawals = NoWithdrawals
    /\ externalOut = 0
    /\ round = 1
    /\ roundStart = 10
    /\ reports = [v \in {0} |-> 1]
    /\ price = 1020
    /\ priceHeight = 10
    /\ candidate = 0
    /\ outliers = [v \in {0} |-> 0]
    /\ jailed = {0} \ {0}
    /\ weight = [v \in {0} |-> 1]
    /\ pausedUntil = 0
    /\ orders = {o \in {NoOrder}: FALSE}
    /\ taker = NoOrder
    /\ nextOrder = 1

AnyState ==
    /\ Calm
    /\ phase \in Phases
    /\ swept \in {-1, 0, 1, 2}
    /\ cash \in [Traders -> Int]
    /\ \E held \in [Traders -> Int]: position = [a \in Traders |-> [s \in {1} |-> held[a]]]
    /\ flagged \in [Traders -> Flags]
    /\ insuranceFund \in Int
    /\ stake \in [{0} -> Int]
    /\ externalIn \in Int

\* All steps but the one that clears (Deleverage).
AnyNext ==
    \/ \E a, b \in Traders: Takeover(a, b)
    \/ \E a \in Traders: Flag(a)
    \/ \E a \in Traders: Unflag(a)
    \/ EndLiquidation

Stutter == UNCHANGED <<contractsVars, accountsVars, oracleVars, bookVars, swept>>

-----------------------------------------------------------------------------
AllMoneyIsKept == TotalCash + TotalStake + insuranceFund = externalIn

\* That every step leads to a state of AnyState: all but amounts.
Shape ==
    /\ Calm
    /\ phase \in Phases
    /\ swept \in {-1, 0, 1, 2}
    /\ DOMAIN cash = Traders /\ DOMAIN position = Traders /\ DOMAIN flagged = Traders
    /\ \A a \in Traders: DOMAIN position[a] = {1} /\ flagged[a] \in Flags

Inv ==
    /\ Shape
    /\ AllMoneyIsKept
    /\ S2_OpenInterest
    /\ S4_NonNegative

AnyInv == AnyState /\ Inv

AnyInit ==
    /\ AnyInv
    /\ swept = -1
    /\ \A a \in Traders: flagged[a] = 0 /\ position[a] = Flat

(***************************************************************************)
(* Positions that are given, so that what is due at a close-out is known,  *)
(* and who can pay is not.  The first was flagged four blocks ago.         *)
(***************************************************************************)
GivenPositions ==
    /\ AnyInv
    /\ position = [a \in Traders |-> [s \in {1} |-> IF a = 0 THEN -3 ELSE IF a = 1 THEN 2 ELSE 1]]
    /\ flagged = [a \in Traders |-> IF a = 0 THEN 6 ELSE 0]

CloseOutFirst == Deleverage(0)

\* As if there could be more contracts held than owed.
AnyUneven == AnyState /\ Shape /\ AllMoneyIsKept /\ S4_NonNegative

\* S12, of one step: who is taken over was below its margin and is flat, loses no more than the
\* bounty, and who takes over has the collateral for all that it holds then.
TakeoverIsFair ==
    \A a \in Traders:
        IsTakenOver(a) =>
            LET worth == Positive(WorthOfClosed(a))
            IN  /\ cash[a] < MaintenanceMargin(price, position[a])
                /\ position'[a] = Flat
                /\ height - flagged[a] <= TakeoverBlocks
                /\ worth <= cash'[a] /\ cash'[a] <= cash[a] + worth
                /\ TakeoverBlocks * (cash[a] + worth - cash'[a])
                       <= (height - flagged[a]) * cash[a]
                /\ \A b \in Traders \ {a}:
                       \/ cash'[b] = cash[b] /\ position'[b] = position[b]
                       \/ FreeCollateral(price, cash'[b], position'[b]) >= 0

\* What is cleared when an account is closed out adds up to zero.
CloseOutIsEven ==
    \A a \in Traders:
        LET after == Deleveraged(a)
            due == CloseOut(after)
        IN  SumOf(due, Traders) = 0

\* Who is closed out is flat, contracts stay even, and nobody else's position grows or changes
\* sides.
CloseOutIsFair ==
    \A a \in Traders:
        LET after == Deleveraged(a)
        IN  /\ after[a][1] = 0
            /\ SumOf([b \in Traders |-> after[b][1]], Traders) = 0
            /\ \A b \in Traders \ {a}:
                   IF position[b][1] >= 0
                   THEN 0 <= after[b][1] /\ after[b][1] <= position[b][1]
                   ELSE position[b][1] <= after[b][1] /\ after[b][1] <= 0

\* Broken on purpose: who takes over is paid the bounty, and nobody pays it.
FreeBounty ==
    \E bidder, target \in Traders:
        /\ CanTakeover(bidder, target)
        /\ cash' = [cash EXCEPT ![bidder] = CashOnceTaken(bidder, target)]
        /\ position' = [position EXCEPT ![bidder] = Joint(bidder, target), ![target] = Flat]
        /\ flagged' = [flagged EXCEPT ![target] = 0]
        /\ UNCHANGED <<insuranceFund, stake, unbonding, withdrawals, externalIn, externalOut>>
        /\ UNCHANGED contractsVars
        /\ UNCHANGED oracleVars
        /\ UNCHANGED bookVars
        /\ UNCHANGED liquidationVars

NextFree == AnyNext \/ FreeBounty
=============================================================================
