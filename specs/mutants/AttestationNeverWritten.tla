---------------------- MODULE AttestationNeverWritten -----------------------
(***************************************************************************)
(* An attestation is sent and never written.                               *)
(***************************************************************************)
EXTENDS MCSystem

BrokenSend(i, h) ==
    /\ CanSend(i, h)
    /\ attestations' = attestations \union {Attestation(i, h, signed[i][h])}
    /\ UNCHANGED <<chain, up, executed, root, applied, signed, durable, held, diverged, stopped,
                   quittances, outcome>>
=============================================================================
