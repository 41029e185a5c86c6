------------------------ MODULE FinalizeUnnotarized -------------------------
(***************************************************************************)
(* A validator votes to finalize a block that is not notarized.            *)
(***************************************************************************)
EXTENDS MCVoting

BrokenCanFinalize(i, b) ==
    /\ b /= Genesis
    /\ ~HasSigned(i, b.view, {"nullify", "finalize"})
    /\ \A m \in SignedBy(i, b.view): m.kind = "notarize" => m.block = b
=============================================================================
