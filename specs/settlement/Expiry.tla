------------------------------- MODULE Expiry -------------------------------
(***************************************************************************)
(* What happens to a group when it expires.  From its expiry on it can't   *)
(* be traded; when enough rounds of the oracle have been observed since,   *)
(* every position in it is exchanged for what it is worth at the mean of   *)
(* the observed prices, once, and the group is settled.  Nobody can set or *)
(* change that price.                                                      *)
(*                                                                         *)
(* Groups are taken in the order of their numbers, and a group that is     *)
(* found to be expired is settled before the next is looked at, if its     *)
(* price is there.                                                         *)
(***************************************************************************)
EXTENDS Clearing, Book

\* @type: (Int) => Bool;
IsPastExpiry(g) == groups[g].status = "LIVE" /\ groups[g].expiry <= height

\* @type: (Int) => Bool;
HasSettlementPrice(g) ==
    groups[g].status = "EXPIRED" /\ Len(groups[g].observed) = SettlementRounds

\* The groups for which something is to be done now.
\* @type: Set(Int);
DueGroups == {g \in DOMAIN groups: IsPastExpiry(g) \/ HasSettlementPrice(g)}

\* @type: (Int) => Bool;
IsFirstDue(g) == \A h \in DueGroups: g <= h

\* The mean of the prices that were observed, rounded down.
\* @type: (Int) => $amount;
SettlementPrice(g) ==
    LET seen == groups[g].observed
        sum == SumOf([k \in DOMAIN seen |-> seen[k]], DOMAIN seen)
    IN  FloorDiv(sum, SettlementRounds)

\* What everyone is to get or to pay for its position in g.
\* @type: (Int) => (Int -> $amount);
Obligations(g) ==
    LET x == SettlementPrice(g)
    IN  [a \in DOMAIN cash |-> Value(g, position[a], x)]

\* Every position without its contracts in g.
\* @type: (Int) => (Int -> (Int -> $amount));
WithoutGroup(g) ==
    [a \in DOMAIN position |-> [s \in DOMAIN position[a] |->
        IF series[s].group = g THEN Zero ELSE position[a][s]]]

-----------------------------------------------------------------------------
(***************************************************************************)
(* A group that is at or past its expiry is closed to trading, and its     *)
(* orders are removed.                                                     *)
(***************************************************************************)
\* @type: (Int) => Bool;
CanExpireGroup(g) ==
    /\ phase = "expiry"
    /\ g \in DOMAIN groups
    /\ IsPastExpiry(g)
    /\ IsFirstDue(g)

\* @type: (Int) => Bool;
ExpireGroup(g) ==
    /\ CanExpireGroup(g)
    /\ groups' = [groups EXCEPT ![g].status = "EXPIRED"]
    /\ orders' = {o \in orders: series[o.series].group /= g}
    /\ UNCHANGED <<height, series, taker, nextOrder>>
    /\ UNCHANGED accountsVars
    /\ UNCHANGED oracleVars

(***************************************************************************)
(* An expired group whose price is there is settled.                       *)
(***************************************************************************)
\* @type: (Int) => Bool;
CanSettleGroup(g) ==
    /\ phase = "expiry"
    /\ g \in DOMAIN groups
    /\ HasSettlementPrice(g)
    /\ IsFirstDue(g)

\* @type: (Int) => Bool;
SettleGroup(g) ==
    /\ CanSettleGroup(g)
    /\ Settle(Obligations(g))
    /\ position' = WithoutGroup(g)
    /\ groups' = [groups EXCEPT ![g].status = "SETTLED"]
    /\ UNCHANGED <<height, series, flagged, externalIn, externalOut>>
    /\ UNCHANGED oracleVars
    /\ UNCHANGED bookVars

(***************************************************************************)
(* Nothing is left to be done for any group.                               *)
(***************************************************************************)
CanEndExpiry ==
    /\ phase = "expiry"
    /\ DueGroups = {}

EndExpiry ==
    /\ CanEndExpiry
    /\ phase' = "liquidation"
    /\ UNCHANGED <<round, roundStart, reports, price, priceHeight, candidate, outliers, jailed,
                   weight, pausedUntil>>
    /\ UNCHANGED contractsVars
    /\ UNCHANGED accountsVars
    /\ UNCHANGED bookVars

-----------------------------------------------------------------------------
\* @type: (Int) => $amount;
TotalOf(a) == Wealth(a, cash, withdrawals, stake, unbonding)

\* Does this step settle g?
\* @type: (Int) => Bool;
SettlesNow(g) == groups[g].status /= "SETTLED" /\ groups'[g].status = "SETTLED"

\* @type: (Int) => Bool;
HasNoPosition(g) ==
    \A a \in DOMAIN position: \A s \in SeriesOf(g): position[a][s] = Zero

(***************************************************************************)
(* S5: a group is settled once.  A settled group stays settled and has no  *)
(* positions, and it is no other step than its settlement that ends what   *)
(* it held after its expiry.  (That the counted settlements are one for    *)
(* each settled group is in Settlement.)                                   *)
(***************************************************************************)
S5_NothingLeft == \A g \in DOMAIN groups: groups[g].status = "SETTLED" => HasNoPosition(g)

S5_StaysSettled ==
    [][\A g \in DOMAIN groups:
          /\ groups[g].status = "SETTLED" => groups'[g] = groups[g]
          /\ groups'[g].status = "LIVE" => groups[g].status = "LIVE"]_contractsVars

(***************************************************************************)
(* S6: who settles gets what its contracts say, each at the price that is  *)
(* the mean of the observed ones.  Who gains less than that does so        *)
(* because the fund is empty; who loses less has nothing left.  It is      *)
(* written without Clear and Value.                                        *)
(***************************************************************************)
\* @type: (Int, $amount) => $amount;
Worth(s, x) ==
    IF series[s].right = "CALL"
    THEN IF x > series[s].strike THEN x - series[s].strike ELSE Zero
    ELSE IF series[s].strike > x THEN series[s].strike - x ELSE Zero

\* @type: (Int, Int, $amount) => $amount;
Due(a, g, x) == SumOf([s \in SeriesOf(g) |-> position[a][s] * Worth(s, x)], SeriesOf(g))

\* Is x the mean of what was observed for g, rounded down?
\* @type: (Int, $amount) => Bool;
IsMean(g, x) ==
    LET seen == groups[g].observed
        sum == SumOf([k \in DOMAIN seen |-> seen[k]], DOMAIN seen)
    IN  x * Len(seen) <= sum /\ sum < (x + 1) * Len(seen)

\* @type: (Int, $amount) => Bool;
PaysAsDue(a, due) ==
    LET gained == Wealth(a, cash', withdrawals', stake', unbonding') - TotalOf(a)
    IN  IF due >= 0
        THEN /\ 0 <= gained
             /\ gained <= due
             /\ gained < due => insuranceFund' <= 0
        ELSE gained = Max(due, Zero - TotalOf(a))

\* (Next to some price that is the mean, of which there is one only.)
S6_Payoff ==
    [][\A g \in DOMAIN groups: SettlesNow(g) =>
          /\ Len(groups[g].observed) = SettlementRounds
          /\ groups[g].expiry <= height
          /\ IsMean(g, SettlementPrice(g))
          /\ \A a \in DOMAIN cash: PaysAsDue(a, Due(a, g, SettlementPrice(g)))
          /\ \A s \in SeriesOf(g): \A a \in DOMAIN position: position'[a][s] = Zero
          /\ \A s \in DOMAIN series \ SeriesOf(g): \A a \in DOMAIN position:
                 position'[a][s] = position[a][s]]_<<contractsVars, accountsVars>>

(***************************************************************************)
(* S11: the end of a block takes money from nobody but debtors, and who    *)
(* gets less than its claim does so because the insurance fund is empty.   *)
(* (The same of auto-deleveraging is in Liquidation.)                      *)
(***************************************************************************)
S11_Settlement ==
    [][\A g \in DOMAIN groups: SettlesNow(g) =>
          LET V == Obligations(g)
          IN  /\ ClearConserves(V)
              /\ ClearIsNonNegative(V)
              /\ DebtorsPay(V)
              /\ TakenBackInOrder(V)
              /\ HaircutIsLast(V)
              /\ HaircutIsFair(V)
              /\ DealtByRemainder(V)]_<<contractsVars, accountsVars>>

\* No order is left for what can't be traded.
NoOrdersForExpired ==
    \A o \in orders: groups[series[o.series].group].status = "LIVE"
=============================================================================
