---------------------------- MODULE MedianAbove -----------------------------
(***************************************************************************)
(* The price is the highest, not the lowest, that has half of the weight   *)
(* below or at it.                                                         *)
(***************************************************************************)
EXTENDS MCOracle

BrokenMedianPrice ==
    LET high == {x \in {reports[v]: v \in Counted}: IsHalf(x)}
    IN  CHOOSE x \in high: \A y \in high: x >= y
=============================================================================
