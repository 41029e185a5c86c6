------------------------- MODULE AttestsDifferently -------------------------
(***************************************************************************)
(* A replica forgets in a crash what it has attested, and attests what it  *)
(* gets now.                                                               *)
(***************************************************************************)
EXTENDS MCSystem

BrokenCrash(i) ==
    /\ CanCrash(i)
    /\ up' = up \ {i}
    /\ signed' = [signed EXCEPT ![i] = NoRoots]
    /\ durable' = [durable EXCEPT ![i] = NoRoots]
    /\ held' = [held EXCEPT ![i] = NoRoots]
    /\ diverged' = [diverged EXCEPT ![i] = 0]
    /\ UNCHANGED <<chain, executed, root, applied, stopped, attestations, quittances, outcome>>
=============================================================================
