-------------------------- MODULE FinalizeAnother ---------------------------
(***************************************************************************)
(* A validator votes to finalize the notarized block although it voted to  *)
(* notarize another one.                                                   *)
(***************************************************************************)
EXTENDS MCVoting

BrokenCanFinalize(i, b) ==
    /\ b /= Genesis
    /\ IsNotarized(b)
    /\ ~HasSigned(i, b.view, {"nullify", "finalize"})
=============================================================================
