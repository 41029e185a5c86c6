------------------------ MODULE RestartKeepsEffects -------------------------
(***************************************************************************)
(* A replica that comes back executes blocks again on top of the state     *)
(* that they led to.                                                       *)
(***************************************************************************)
EXTENDS MCSystem

BrokenRestart(i, kept) ==
    /\ CanRestart(i, kept)
    /\ up' = up \union {i}
    /\ executed' = [executed EXCEPT ![i] = kept]
    /\ root' = [root EXCEPT ![i] = [h \in {x \in DOMAIN @: x <= kept} |-> @[h]]]
    /\ UNCHANGED <<chain, applied, signed, durable, held, diverged, stopped, attestations,
                   quittances, outcome>>
=============================================================================
