-------------------------- MODULE ReleasedToNobody --------------------------
(***************************************************************************)
(* What was unstaked is gone when it should come back.                     *)
(***************************************************************************)
EXTENDS MCSettlement

BrokenReleaseUnbonding(v) ==
    /\ CanReleaseUnbonding(v)
    /\ unbonding' = [unbonding EXCEPT ![v] = NotUnbonding]
    /\ UNCHANGED <<cash, position, flagged, insuranceFund, stake, withdrawals, externalIn,
                   externalOut>>
    /\ UNCHANGED <<contractsVars, oracleVars, slashingVars>>
=============================================================================
