------------------------- MODULE QuittanceUnchecked -------------------------
(***************************************************************************)
(* A replica believes whatever is shown to it as a quittance.              *)
(***************************************************************************)
EXTENDS MCSystem

BrokenCanReceiveQuittance(i, h, r, signers) ==
    /\ IsRunning(i)
    /\ h \notin DOMAIN held[i]
=============================================================================
