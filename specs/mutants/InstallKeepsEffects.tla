------------------------- MODULE InstallKeepsEffects ------------------------
(***************************************************************************)
(* A replica gets to the height of another state and keeps its own.        *)
(***************************************************************************)
EXTENDS MCSystem

BrokenInstallSnapshot(i, h, r) ==
    /\ CanInstallSnapshot(i, h, r)
    /\ executed' = [executed EXCEPT ![i] = h]
    /\ UNCHANGED <<chain, up, root, applied, signed, durable, held, diverged, stopped,
                   attestations, quittances, outcome>>
=============================================================================
