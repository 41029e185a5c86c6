---------------------------- MODULE InstallsAsOwn ---------------------------
(***************************************************************************)
(* A replica takes the root of the state that it took over for its own,    *)
(* and attests what it has not executed.                                   *)
(***************************************************************************)
EXTENDS MCSystem

BrokenInstallSnapshot(i, h, r) ==
    /\ CanInstallSnapshot(i, h, r)
    /\ executed' = [executed EXCEPT ![i] = h]
    /\ root' = [root EXCEPT ![i] = With(@, h, r)]
    /\ applied' = [applied EXCEPT ![i] = EffectsUpTo(h)]
    /\ UNCHANGED <<chain, up, signed, durable, held, diverged, stopped, attestations,
                   quittances, outcome>>
=============================================================================
