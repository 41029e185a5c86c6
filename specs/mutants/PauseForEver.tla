---------------------------- MODULE PauseForEver ----------------------------
(***************************************************************************)
(* Governors can pause for as long as they like.                           *)
(***************************************************************************)
EXTENDS MCOracle

BrokenPauseRefusal(until, signers) ==
    IF ~Govern(signers) THEN "NOT_ENOUGH_SIGNERS"
    ELSE IF until <= height THEN "NOT_IN_RANGE"
    ELSE "ACCEPTED"
=============================================================================
