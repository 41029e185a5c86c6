---------------------------- MODULE AttestsAgain ----------------------------
(***************************************************************************)
(* A replica does not look up whether it has attested a height already.    *)
(***************************************************************************)
EXTENDS MCSystem

BrokenCanAttest(i, h, r) ==
    /\ IsRunning(i)
    /\ h \in DOMAIN root[i]
    /\ r = root[i][h]

BrokenCanSend(i, h) ==
    /\ IsRunning(i)
    /\ h \in DOMAIN signed[i]
=============================================================================
