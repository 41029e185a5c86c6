-------------------------- MODULE InstallsUnquitted -------------------------
(***************************************************************************)
(* A replica takes over any state that is shown to it, without a quittance *)
(* of its root.                                                            *)
(***************************************************************************)
EXTENDS MCSystem

BrokenCanInstallSnapshot(i, h, r) ==
    /\ IsRunning(i)
    /\ h > executed[i]
    /\ h \in DOMAIN chain
    /\ IF i \notin Wrong /\ h \in DOMAIN outcome THEN r = outcome[h] ELSE TRUE
=============================================================================
