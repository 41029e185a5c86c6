------------------------ MODULE UnbondingNotReached -------------------------
(***************************************************************************)
(* Stake that is being taken back is out of reach.                         *)
(***************************************************************************)
EXTENDS MCSlashing

BrokenSlash(v, kind, at) ==
    /\ CanSlash(v, kind, at)
    /\ stake' = [stake EXCEPT ![v] = @ - Slashed(@)]
    /\ UNCHANGED unbonding
    /\ insuranceFund' = insuranceFund + Slashed(stake[v])
    /\ jailed' = jailed \union {v}
    /\ usedEvidence' = usedEvidence \union {<<v, kind, at>>}
    /\ UNCHANGED joined
    /\ UNCHANGED <<phase, round, roundStart, reports, price, priceHeight, candidate, outliers,
                   weight, pausedUntil>>
    /\ UNCHANGED <<cash, position, flagged, withdrawals, externalIn, externalOut>>
    /\ UNCHANGED contractsVars
=============================================================================
