------------------------- MODULE HeightsNotCompared -------------------------
(***************************************************************************)
(* Two attestations of one height are not compared.                        *)
(***************************************************************************)
EXTENDS MCSystem

BrokenAttestedTwo(i) ==
    \E m, n \in {a \in attestations: a.signer = i}: m.height < n.height /\ m.root /= n.root
=============================================================================
