---------------------------- MODULE NoSuchBallot ----------------------------
(***************************************************************************)
(* As NullifyAfterFinalize, held against the abstraction by counts: no     *)
(* correct validator casts these votes together.                           *)
(***************************************************************************)
EXTENDS MCVoting

BrokenCanNullify(i, v) == ~HasSigned(i, v, {"nullify"})
=============================================================================
