--------------------------- MODULE InstallsBehind ---------------------------
(***************************************************************************)
(* A replica goes back to the state of a height that it has executed       *)
(* already, and keeps the roots that it got later.                         *)
(***************************************************************************)
EXTENDS MCSystem

BrokenCanInstallSnapshot(i, h, r) ==
    /\ IsRunning(i)
    /\ h \in DOMAIN chain
    /\ IF h \in DOMAIN held[i] THEN r = held[i][h] ELSE FALSE
    /\ IF i \notin Wrong /\ h \in DOMAIN outcome THEN r = outcome[h] ELSE TRUE
=============================================================================
