------------------------------- MODULE Margin -------------------------------
(***************************************************************************)
(* What an account must be able to lose: the worst loss of its position,   *)
(* group by group, over a band of prices around the present price P.       *)
(*                                                                         *)
(*     lo, hi = floor(P(1-r)), min(MaxPrice, ceil(P(1+r)))                 *)
(*     scan   = max(0, -min V(x) over x in the band)                       *)
(*     margin = sum over groups of max(scan, f * short contracts)          *)
(*                                                                         *)
(* The value of a position at expiry is linear between strikes, so the     *)
(* worst price is an end of the band or a strike in it, and looking at     *)
(* those is exact.  (MCMargin compares with looking at every price.)       *)
(* Options of one group offset each other; those of two groups do not.     *)
(* The floor f keeps a short that is far from the money from costing       *)
(* nothing; it is not capped by the largest loss, for then two accounts    *)
(* could need less margin apart than together.                             *)
(*                                                                         *)
(* The Java core insists that MaxMove, up to which a price is believed at  *)
(* once, is at most MaintenanceRate: who has its margin can then pay for   *)
(* the next price, unless it moved so far that it had to be found twice.   *)
(* The models do not: with few prices, they have them move far, so that    *)
(* somebody soon owes more than it has.                                    *)
(***************************************************************************)
EXTENDS Accounts

CONSTANTS
    \* Half the width of the band, in parts of Whole: for who wants to trade or withdraw ...
    \* @type: Int;
    InitialRate,
    \* ... and for who wants to keep what he has.
    \* @type: Int;
    MaintenanceRate,
    \* The least margin of a short contract.
    \* @type: $amount;
    InitialFloor,
    \* @type: $amount;
    MaintenanceFloor

ASSUME RatesAreOrdered ==
    /\ 0 <= MaintenanceRate
    /\ MaintenanceRate < InitialRate
    /\ InitialRate <= Whole
    /\ 0 <= MaintenanceFloor
    /\ MaintenanceFloor <= InitialFloor

\* @type: ($amount, Int) => $amount;
BandLow(P, r) == FloorDiv(P * (Whole - r), Whole)

\* @type: ($amount, Int) => $amount;
BandHigh(P, r) == Min(MaxPrice, CeilDiv(P * (Whole + r), Whole))

\* What position q is worth in group g when the underlying is at x.
\* @type: (Int, Int -> $amount, $amount) => $amount;
Value(g, q, x) ==
    LET S == SeriesOf(g)
    IN  SumOf([s \in S |-> q[s] * Payoff(s, x)], S)

\* The prices at which a position in g can be at its worst.
\* @type: (Int, $amount, Int) => Set($amount);
PointsOf(g, P, r) ==
    LET lo == BandLow(P, r)
        hi == BandHigh(P, r)
        strikes == {series[s].strike: s \in SeriesOf(g)}
    IN  {lo, hi} \union {x \in strikes: lo <= x /\ x <= hi}

\* The worst loss at any of these prices, or zero.
\* @type: (Int, Int -> $amount, Set($amount)) => $amount;
WorstLoss(g, q, prices) ==
    LET \* @type: ($amount, $amount) => $amount;
        Worse(loss, x) == Max(loss, Zero - Value(g, q, x))
    IN  ApaFoldSet(Worse, Zero, prices)

\* @type: (Int, Int -> $amount, $amount, Int) => $amount;
Scan(g, q, P, r) == WorstLoss(g, q, PointsOf(g, P, r))

\* @type: (Int, Int -> $amount) => $amount;
Shorts(g, q) ==
    LET S == SeriesOf(g)
    IN  SumOf([s \in S |-> Positive(Zero - q[s])], S)

\* @type: (Int, Int -> $amount, $amount, Int, $amount) => $amount;
GroupMargin(g, q, P, r, f) == Max(Scan(g, q, P, r), f * Shorts(g, q))

\* @type: (Int -> $amount, $amount, Int, $amount) => $amount;
MarginOf(q, P, r, f) ==
    SumOf([g \in UnsettledGroups |-> GroupMargin(g, q, P, r, f)], UnsettledGroups)

\* @type: ($amount, Int -> $amount) => $amount;
InitialMargin(P, q) == MarginOf(q, P, InitialRate, InitialFloor)

\* @type: ($amount, Int -> $amount) => $amount;
MaintenanceMargin(P, q) == MarginOf(q, P, MaintenanceRate, MaintenanceFloor)

-----------------------------------------------------------------------------
(* What follows for an account with cash c and position q. *)

\* @type: ($amount, $amount, Int -> $amount) => $amount;
FreeCollateral(P, c, q) == c - InitialMargin(P, q)

\* @type: ($amount, $amount, Int -> $amount) => $amount;
Shortfall(P, c, q) == Positive(Zero - FreeCollateral(P, c, q))

(***************************************************************************)
(* May account a go on with cash c and position q?  It has collateral for  *)
(* them, or it reduces its risk: it misses no more than it misses now.     *)
(* (FreeCollateral >= 0 implies c >= 0, margins being at least zero.)      *)
(***************************************************************************)
\* @type: ($amount, Int, $amount, Int -> $amount) => Bool;
AfterwardsOk(P, a, c, q) ==
    IF c < 0
    THEN FALSE
    ELSE IF FreeCollateral(P, c, q) >= 0
    THEN TRUE
    ELSE Shortfall(P, c, q) <= Shortfall(P, cash[a], position[a])

\* Does account a miss what it needs to keep its position?
\* @type: ($amount, Int) => Bool;
IsUnderwater(P, a) == cash[a] < MaintenanceMargin(P, position[a])

-----------------------------------------------------------------------------
\* Whoever may trade need not fear to be flagged at the same price.
\* @type: ($amount) => Bool;
MarginsAreOrdered(P) ==
    \A a \in DOMAIN cash: MaintenanceMargin(P, position[a]) <= InitialMargin(P, position[a])
=============================================================================
