------------------------------ MODULE MCMargin ------------------------------
(***************************************************************************)
(* Every position of two accounts in three series, at every price.  Each   *)
(* is a state of its own, and there are no steps.                          *)
(***************************************************************************)
EXTENDS Margin

CONSTANTS
    \* The series that there are.
    Listed,
    \* The most contracts that anyone has in one series, and the prices that are looked at.
    MostContracts, Prices

VARIABLE
    \* The present price.
    \* @type: $amount;
    mark

\* Strikes inside and outside of the band: calls, or calls and puts in two groups.
OneGroup ==
    [s \in 1 .. 3 |->
        [strike |-> <<1, 2, 3>>[s], right |-> "CALL", group |-> 1]]
TwoGroups ==
    [s \in 1 .. 3 |->
        [strike |-> <<2, 3, 2>>[s], right |-> <<"CALL", "PUT", "PUT">>[s],
         group |-> <<1, 1, 2>>[s]]]
FourStrikes ==
    [s \in 1 .. 4 |-> [strike |-> s, right |-> <<"CALL", "CALL", "PUT", "CALL">>[s], group |-> 1]]

NoValidator == [v \in {} |-> 1]

Init ==
    /\ height = 1
    /\ series = Listed
    /\ groups = [g \in {series[s].group: s \in DOMAIN series} |->
           [expiry |-> 2, status |-> "LIVE", observed |-> <<>>]]
    /\ mark \in Prices
    /\ position \in [{1, 2} -> [DOMAIN series -> (0 - MostContracts) .. MostContracts]]
    /\ cash = [a \in {1, 2} |-> 0]
    /\ flagged = [a \in {1, 2} |-> 0]
    /\ insuranceFund = 0
    /\ stake = [v \in Validators |-> 0]
    /\ unbonding = [v \in Validators |-> [amount |-> 0, due |-> 0]]
    /\ withdrawals = NoWithdrawals
    /\ externalIn = 0
    /\ externalOut = 0

Next == UNCHANGED <<contractsVars, accountsVars, mark>>

Spec == Init /\ [][Next]_<<contractsVars, accountsVars, mark>>

Q1 == position[1]
Q2 == position[2]
Sum == [s \in DOMAIN series |-> Q1[s] + Q2[s]]
Scaled(k) == [s \in DOMAIN series |-> k * Q1[s]]
Margins(q) ==
    {<<MarginOf(q, mark, r, f), r, f>>:
        r \in {MaintenanceRate, InitialRate}, f \in {MaintenanceFloor, InitialFloor}}

\* Looking at strikes and ends of the band is as good as looking at every price in it.
ScanIsExact ==
    \A g \in DOMAIN groups, r \in {MaintenanceRate, InitialRate, Whole}:
        Scan(g, Q1, mark, r) = WorstLoss(g, Q1, BandLow(mark, r) .. BandHigh(mark, r))

\* The band is around the price, and has no price that does not exist.
BandIsSound ==
    \A r \in {MaintenanceRate, InitialRate, Whole}:
        /\ 0 <= BandLow(mark, r) /\ BandLow(mark, r) <= mark
        /\ mark <= BandHigh(mark, r) /\ BandHigh(mark, r) <= MaxPrice
        /\ BandLow(mark, r) * Whole <= mark * (Whole - r)
        /\ BandHigh(mark, r) < MaxPrice => BandHigh(mark, r) * Whole >= mark * (Whole + r)

\* Groups do not offset each other: the margin is what they need apart.
GroupsAddUp ==
    \A m \in Margins(Q1):
        m[1] = GroupMargin(1, Q1, mark, m[2], m[3])
                   + (IF 2 \in DOMAIN groups THEN GroupMargin(2, Q1, mark, m[2], m[3]) ELSE 0)

\* Two accounts in one never need more than the two apart.
Subadditive ==
    \A m \in Margins(Sum):
        m[1] <= MarginOf(Q1, mark, m[2], m[3]) + MarginOf(Q2, mark, m[2], m[3])

\* Twice the position, twice the margin.
Homogeneous ==
    \A m \in Margins(Q1), k \in {0, 2, 3}: MarginOf(Scaled(k), mark, m[2], m[3]) = k * m[1]

\* A wider band and a higher floor never ask for less.
Monotone ==
    \A m, n \in Margins(Q1): m[2] <= n[2] /\ m[3] <= n[3] => m[1] <= n[1]

S14_MarginOrder == MarginsAreOrdered(mark)

\* Nobody owes for having options and owing none.
LongsAreFree ==
    (\A s \in DOMAIN series: Q1[s] >= 0) => InitialMargin(mark, Q1) = 0

\* Each short costs the floor at least; what else is there in its group can't help.
FloorHolds ==
    \A g \in DOMAIN groups:
        GroupMargin(g, Q1, mark, InitialRate, InitialFloor) >= InitialFloor * Shorts(g, Q1)

(***************************************************************************)
(* The rule of exchanges for spreads, butterflies, boxes and condors: what *)
(* is lost at the worst price of all.  It is what is asked with a band of  *)
(* the whole price and no floor, if that band reaches every strike and the *)
(* position does not change beyond the last one.                           *)
(***************************************************************************)
Calls(g) == {s \in SeriesOf(g): series[s].right = "CALL"}
MaximumLoss ==
    \A g \in DOMAIN groups:
        SumOf(Q1, Calls(g)) >= 0 /\ (\A s \in SeriesOf(g): series[s].strike <= 2 * mark) =>
            GroupMargin(g, Q1, mark, Whole, 0) = WorstLoss(g, Q1, 0 .. MaxPrice)
=============================================================================
