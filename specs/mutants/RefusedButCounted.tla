------------------------- MODULE RefusedButCounted --------------------------
(***************************************************************************)
(* A refused command counts against what may be withdrawn in the epoch.    *)
(***************************************************************************)
EXTENDS MCSettlement

BrokenReject(sender, verdict) ==
    /\ CanReject(sender, verdict)
    /\ rejected' = TRUE
    /\ withdrawn' = withdrawn + 1
    /\ UNCHANGED <<nextWithdrawal, usedDeposits, quitted>>
    /\ UNCHANGED <<contractsVars, accountsVars, oracleVars, bookVars, liquidationVars, slashingVars,
                   nonceVars, notes>>
=============================================================================
