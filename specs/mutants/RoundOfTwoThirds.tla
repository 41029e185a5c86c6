-------------------------- MODULE RoundOfTwoThirds --------------------------
(***************************************************************************)
(* A round closes with just two thirds of the weight, and not more.        *)
(***************************************************************************)
EXTENDS MCOracle

BrokenCanCloseRound ==
    /\ phase = "oracle"
    /\ 3 * CountedWeight >= 2 * TotalWeight
=============================================================================
