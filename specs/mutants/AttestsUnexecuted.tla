------------------------- MODULE AttestsUnexecuted --------------------------
(***************************************************************************)
(* A replica attests what others have attested, before it has executed the *)
(* block.                                                                  *)
(***************************************************************************)
EXTENDS MCSystem

BrokenCanAttest(i, h, r) ==
    /\ IsRunning(i)
    /\ Attesters(h, r) /= {}
    /\ h \notin DOMAIN signed[i]
=============================================================================
