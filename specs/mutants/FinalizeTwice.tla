--------------------------- MODULE FinalizeTwice ----------------------------
(***************************************************************************)
(* A validator votes to finalize a second block of the same view.  Both    *)
(* must be notarized without it, so too many are Byzantine; still it is    *)
(* convicted although it means well.                                       *)
(***************************************************************************)
EXTENDS MCAccountability

BrokenCanFinalize(i, b) ==
    /\ b /= Genesis
    /\ IsNotarized(b)
    /\ ~HasSigned(i, b.view, {"nullify"})
    /\ \A m \in SignedBy(i, b.view): m.kind = "notarize" => m.block = b
=============================================================================
