----------------------- MODULE AttestationNotWritten ------------------------
(***************************************************************************)
(* An attestation is sent before it is written; after a crash another one  *)
(* is sent.                                                                *)
(***************************************************************************)
EXTENDS MCSystem

BrokenAttest(i, h, r) ==
    /\ CanAttest(i, h, r)
    /\ signed' = [signed EXCEPT ![i] = With(@, h, r)]
    /\ attestations' = attestations \union {Attestation(i, h, r)}
    /\ UNCHANGED <<chain, up, executed, root, applied, durable, held, diverged, stopped,
                   quittances, outcome>>
=============================================================================
