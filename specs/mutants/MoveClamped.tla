---------------------------- MODULE MoveClamped -----------------------------
(***************************************************************************)
(* A price that is too far from the last one is moved into its range, and  *)
(* believed.                                                               *)
(***************************************************************************)
EXTENDS MCOracle

\* The price in the range of the last one that is nearest to x.
Clamped(x) ==
    IF price <= 0 THEN x
    ELSE LET most == (MaxMove * price) \div Whole
         IN  Max(price - most, Min(price + most, x))

BrokenCloseRound ==
    /\ CanCloseRound
    /\ price' = Clamped(MedianPrice)
    /\ priceHeight' = height
    /\ groups' = [g \in DOMAIN groups |->
           IF Observes(g)
           THEN [groups[g] EXCEPT !.observed = Append(@, Clamped(MedianPrice))]
           ELSE groups[g]]
    /\ outliers' = OutliersAfter(MedianPrice)
    /\ NextRound
    /\ phase' = "expiry"
    /\ UNCHANGED <<candidate, jailed, weight, pausedUntil, height, series>>
=============================================================================
