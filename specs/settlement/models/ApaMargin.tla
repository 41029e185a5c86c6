------------------------------ MODULE ApaMargin -----------------------------
(***************************************************************************)
(* Margin for the symbolic model checker: any price, any strikes, and any  *)
(* price to compare with.  There are no steps: every state is one to look  *)
(* at.  Prices are multiplied with contracts, so that what two accounts    *)
(* hold is given, in up to three series of one group.                      *)
(***************************************************************************)
EXTENDS Margin

VARIABLES
    \* The present price.
    \* @type: $amount;
    mark,
    \* A price that there may be at expiry.
    \* @type: $amount;
    probe

AnyRates ==
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

\* What has no part in this.
Elsewhere ==
    /\ height = 1
    /\ groups = [g \in {1} |-> [expiry |-> 2, status |-> "LIVE", observed |-> <<>>]]
    /\ cash = [a \in {1, 2} |-> 0]
    /\ flagged = [a \in {1, 2} |-> 0]
    /\ insuranceFund = 0
    /\ stake = [v \in {0} |-> 0]
    /\ unbonding = [v \in {0} |-> [amount |-> 0, due |-> 0]]
    /\ withdrawals = NoWithdrawals
    /\ externalIn = 0
    /\ externalOut = 0

\* Any price and any price to compare with.
AnyPrices ==
    /\ mark \in Int /\ 1 <= mark /\ mark <= MaxPrice
    /\ probe \in Int /\ 0 <= probe /\ probe <= MaxPrice

\* Two series of one group, of any strikes: a call, and a call or a put.
\* @type: (Str) => Bool;
Two(right) ==
    \E x, y \in Int:
        /\ 1 <= x /\ x <= MaxPrice /\ 1 <= y /\ y <= MaxPrice
        /\ series = [s \in {1, 2} |->
               [strike |-> IF s = 1 THEN x ELSE y, right |-> IF s = 1 THEN "CALL" ELSE right,
                group |-> 1]]

\* What the two accounts hold of the first series, and of the second.
\* @type: (Int, Int, Int, Int) => Bool;
Hold(x, y, u, v) ==
    position = [a \in {1, 2} |->
        [s \in {1, 2} |-> IF a = 1 THEN IF s = 1 THEN x ELSE y ELSE IF s = 1 THEN u ELSE v]]

\* One sold a call and bought two others; the other bought one of each kind, or sold it.
Calls == Elsewhere /\ AnyPrices /\ Two("CALL") /\ Hold(-1, 2, 1, -1)

\* One sold a call and a put; the other bought the call and sold puts.
CallAndPut == Elsewhere /\ AnyPrices /\ Two("PUT") /\ Hold(-1, -1, 1, -2)

Stutter == UNCHANGED <<contractsVars, accountsVars, mark, probe>>

-----------------------------------------------------------------------------
\* A contract is never worth less than nothing, nor more than the highest price.
PayoffIsBounded == \A s \in DOMAIN series: 0 <= Payoff(s, probe) /\ Payoff(s, probe) <= MaxPrice

\* The band is around the price and within what prices there are.
BandIsSound ==
    /\ 0 <= BandLow(mark, InitialRate) /\ BandLow(mark, InitialRate) <= mark
    /\ mark <= BandHigh(mark, InitialRate) /\ BandHigh(mark, InitialRate) <= MaxPrice

\* Is the price to compare with in the band of the initial margin?
ProbeIsInBand == BandLow(mark, InitialRate) <= probe /\ probe <= BandHigh(mark, InitialRate)

\* No price in the band is worse than its ends and the strikes in it.
ScanIsExact ==
    ProbeIsInBand =>
        Zero - Value(1, position[1], probe) <= Scan(1, position[1], mark, InitialRate)

\* Who may trade has what it takes to keep what it has.
S14_MarginOrder == MarginsAreOrdered(mark)

\* Two accounts in one never need more than the two apart.
Subadditive ==
    LET both == [s \in {1, 2} |-> position[1][s] + position[2][s]]
    IN  InitialMargin(mark, both)
            <= InitialMargin(mark, position[1]) + InitialMargin(mark, position[2])

\* Each short costs the floor at least.
FloorHolds == InitialMargin(mark, position[1]) >= InitialFloor * Shorts(1, position[1])

\* To be violated: the ends of the band alone are enough, without the strikes.
EndsAreEnough ==
    ProbeIsInBand =>
        Zero - Value(1, position[1], probe)
            <= WorstLoss(1, position[1],
                   {BandLow(mark, InitialRate), BandHigh(mark, InitialRate)})

\* To be violated: two accounts in one need as much as the two apart.
Additive ==
    LET both == [s \in {1, 2} |-> position[1][s] + position[2][s]]
    IN  InitialMargin(mark, both)
            >= InitialMargin(mark, position[1]) + InitialMargin(mark, position[2])
=============================================================================
