----------------------------- MODULE ApaOracle ------------------------------
(***************************************************************************)
(* Oracle for the symbolic model checker: four validators whose weights    *)
(* are given, who report any prices, at any height, and one group that     *)
(* waits for a price to be settled at.                                     *)
(***************************************************************************)
EXTENDS Oracle

AnyRules ==
    /\ MaxPrice = 1000000
    /\ MaxSeries = 4
    /\ MaxGroups = 4
    /\ Governors = {1}
    /\ GovernorQuorum = 1
    /\ MaxMove = 1000
    /\ MaxAge = 5
    /\ SettlementRounds = 2
    /\ OutlierMove = 500
    /\ OutlierRounds = 3
    /\ MaxPause = 10

Four == {0, 1, 2, 3}

\* All that weights are not in.
AnyState ==
    /\ height \in Int
    /\ \E expiry \in Int, status \in {"LIVE", "EXPIRED", "SETTLED"}, x, y \in Int, n \in {0, 1, 2}:
           groups = [g \in {1} |->
               [expiry |-> expiry, status |-> status,
                observed |-> IF n = 0 THEN <<>> ELSE IF n = 1 THEN <<x>> ELSE <<x, y>>]]
    /\ series = [s \in {1} |-> [strike |-> 1, right |-> "CALL", group |-> 1]]
    /\ phase \in {"commands", "oracle", "expiry"}
    /\ round \in Int
    /\ roundStart \in Int
    /\ \E who \in SUBSET Four, x \in [Four -> Int]: reports = [v \in who |-> x[v]]
    /\ price \in Int
    /\ priceHeight \in Int
    /\ candidate \in Int
    /\ outliers \in [Four -> Int]
    /\ jailed \in SUBSET Four
    /\ pausedUntil \in Int

EqualWeights == weight = [v \in Four |-> 1]
UnequalWeights == weight = [v \in Four |-> IF v = 0 THEN 3 ELSE IF v = 3 THEN 1 ELSE 2]

\* Nothing was reported so far.
First ==
    /\ AnyState
    /\ 1 <= height
    /\ roundStart = height
    /\ DOMAIN reports = {}
    /\ price = 0 /\ candidate = 0 /\ priceHeight = 0
    /\ \A v \in Four: outliers[v] = 0
    /\ pausedUntil = 0
    /\ phase = "commands"

AnyInit == EqualWeights /\ First
UnequalInit == UnequalWeights /\ First

EndCommands ==
    /\ phase = "commands"
    /\ phase' = "oracle"
    /\ UNCHANGED <<round, roundStart, reports, price, priceHeight, candidate, outliers, jailed,
                   weight, pausedUntil, height, groups, series>>

EndBlock ==
    /\ phase = "expiry"
    /\ phase' = "commands"
    /\ height' = height + 1
    /\ UNCHANGED <<round, roundStart, reports, price, priceHeight, candidate, outliers, jailed,
                   weight, pausedUntil, groups, series>>

\* @type: (Int) => Bool;
Jail(v) ==
    /\ phase = "commands"
    /\ jailed' = jailed \union {v}
    /\ UNCHANGED <<phase, round, roundStart, reports, price, priceHeight, candidate, outliers,
                   weight, pausedUntil, height, groups, series>>

AnyNext ==
    \/ \E v \in Four, r, x \in Int: Report(v, r, x)
    \/ \E until \in Int: Pause(until, {1})
    \/ Resume({1})
    \/ CloseRound
    \/ KeepRound
    \/ GiveUpRound
    \/ EndCommands
    \/ EndBlock
    \/ \E v \in Four: Jail(v)

-----------------------------------------------------------------------------
\* That every step leads to a state of AnyState: all but prices and heights.
Shape ==
    /\ phase \in {"commands", "oracle", "expiry"}
    /\ DOMAIN reports \subseteq Four
    /\ DOMAIN outliers = Four /\ DOMAIN weight = Four
    /\ jailed \subseteq Four
    /\ DOMAIN groups = {1}
    /\ groups[1].status \in {"LIVE", "EXPIRED", "SETTLED"}
    /\ Len(groups[1].observed) <= SettlementRounds

\* What phases and rounds have to do with heights, and that prices are prices.
Sound ==
    /\ Shape
    /\ 1 <= height
    /\ \A v \in Four: outliers[v] >= 0
    /\ \A v \in DOMAIN reports: 1 <= reports[v] /\ reports[v] <= MaxPrice
    /\ 0 <= price /\ price <= MaxPrice
    /\ 0 <= candidate /\ candidate <= MaxPrice
    /\ priceHeight <= height
    /\ PauseEnds
    /\ roundStart <= height + 1
    /\ phase /= "expiry" => roundStart <= height /\ priceHeight < height
    /\ IF phase = "expiry" THEN height < roundStart + MaxAge ELSE height <= roundStart + MaxAge

Inv == EqualWeights /\ Sound
UnequalInv == UnequalWeights /\ Sound

AnyInv == EqualWeights /\ AnyState /\ Sound
AnyUnequalInv == UnequalWeights /\ AnyState /\ Sound

\* A price that is there is one that can be reported, and no round is open for longer than it
\* may be.
PricesAreSound ==
    /\ price > 0 => price <= MaxPrice /\ priceHeight <= height
    /\ candidate > 0 => candidate <= MaxPrice
    /\ phase = "oracle" => height - roundStart <= MaxAge

\* S7, of one step: whoever has less than a third of the weight, the price lies between reports
\* of others.
HonestPrice ==
    Agrees =>
        \A F \in SUBSET Four:
            3 * SumOf(weight, F) < TotalWeight =>
                \E u, v \in Counted \ F:
                    reports[u] <= AgreedPrice /\ AgreedPrice <= reports[v]

\* S8, of one step: a price is near the last, or was found twice in a row; it is new, and was
\* reported.
ConfirmedPrice ==
    price' /= price =>
        /\ price > 0 /\ IsFar(price', price, MaxMove) =>
               candidate > 0 /\ ~IsFar(price', candidate, MaxMove)
        /\ candidate' <= 0
        /\ priceHeight' = height
        /\ \E v \in DOMAIN reports: price' = reports[v]

\* To be violated: the same of whoever has no more than half.
StandsHalf ==
    Agrees =>
        \A F \in SUBSET Four:
            2 * SumOf(weight, F) <= TotalWeight =>
                \E u, v \in Counted \ F:
                    reports[u] <= AgreedPrice /\ AgreedPrice <= reports[v]

(***************************************************************************)
(* Broken on purpose: what is reported by any is the price, as long as it  *)
(* is near the last one.                                                   *)
(***************************************************************************)
CloseAtAny ==
    /\ CanCloseRound
    /\ \E v \in Counted: price' = reports[v] /\ ~IsFar(reports[v], price, MaxMove)
    /\ priceHeight' = height
    /\ candidate' = Zero
    /\ NextRound
    /\ phase' = "expiry"
    /\ UNCHANGED <<outliers, jailed, weight, pausedUntil, height, groups, series>>

NextUnweighted == AnyNext \/ CloseAtAny
=============================================================================
