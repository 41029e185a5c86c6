--------------------------- MODULE FinalizeTwice ----------------------------
(***************************************************************************)
(* A validator votes to finalize more than one block of a view. Nobody     *)
(* sees a fork, since one block at most is notarized; it is the            *)
(* abstraction by counts that has no place for such a ballot.              *)
(***************************************************************************)
EXTENDS MCVoting

BrokenCanFinalize(i, b) ==
    /\ b /= Genesis
    /\ ~HasSigned(i, b.view, {"nullify"})
=============================================================================
