--------------------------- MODULE ReleasedEarly ----------------------------
(***************************************************************************)
(* What was unstaked comes back at the end of the block.                   *)
(***************************************************************************)
EXTENDS MCSlashing

BrokenCanReleaseUnbonding(v) ==
    /\ phase = "staking"
    /\ v \in Validators
    /\ unbonding[v].amount > 0
=============================================================================
