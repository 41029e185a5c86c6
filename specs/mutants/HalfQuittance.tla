--------------------------- MODULE HalfQuittance ----------------------------
(***************************************************************************)
(* Half of the weight is enough for a quittance.                           *)
(***************************************************************************)
EXTENDS MCSystem

BrokenIsQuittance(h, r, signers) ==
    /\ 2 * WeightOf(signers) >= TotalWeight
    /\ \A i \in signers: Attestation(i, h, r) \in attestations
=============================================================================
