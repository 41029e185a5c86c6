---------------------------- MODULE SlashedLost -----------------------------
(***************************************************************************)
(* What is slashed of unbonding stake goes nowhere.                        *)
(***************************************************************************)
EXTENDS MCSlashing

BrokenSlash(v, kind, at) ==
    /\ CanSlash(v, kind, at)
    /\ stake' = [stake EXCEPT ![v] = @ - Slashed(@)]
    /\ unbonding' = [unbonding EXCEPT ![v].amount = @ - Slashed(@)]
    /\ insuranceFund' = insuranceFund + Slashed(stake[v])
    /\ jailed' = jailed \union {v}
    /\ usedEvidence' = usedEvidence \union {<<v, kind, at>>}
    /\ UNCHANGED joined
    /\ UNCHANGED <<phase, round, roundStart, reports, price, priceHeight, candidate, outliers,
                   weight, pausedUntil>>
    /\ UNCHANGED <<cash, position, flagged, withdrawals, externalIn, externalOut>>
    /\ UNCHANGED contractsVars
=============================================================================
