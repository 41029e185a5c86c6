------------------------ MODULE FinalizeAfterNullify ------------------------
(***************************************************************************)
(* A validator votes to finalize in a view that it gave up.                *)
(***************************************************************************)
EXTENDS MCVoting

BrokenCanFinalize(i, b) ==
    /\ b /= Genesis
    /\ IsNotarized(b)
    /\ ~HasSigned(i, b.view, {"finalize"})
    /\ \A m \in SignedBy(i, b.view): m.kind = "notarize" => m.block = b
=============================================================================
