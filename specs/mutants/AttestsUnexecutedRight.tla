----------------------- MODULE AttestsUnexecutedRight -----------------------
(***************************************************************************)
(* A replica attests before it has executed the block, even if the root is *)
(* right.                                                                  *)
(***************************************************************************)
EXTENDS MCSystem

BrokenCanAttest(i, h, r) ==
    /\ IsRunning(i)
    /\ r = right
    /\ h \notin DOMAIN signed[i]
=============================================================================
