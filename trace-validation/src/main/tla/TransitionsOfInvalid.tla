------------------------ MODULE TransitionsOfInvalid ------------------------
(***************************************************************************)
(* Simplex with a block that nobody may vote for, since its payload is     *)
(* invalid, beside a good one.                                             *)
(***************************************************************************)
EXTENDS TransitionsOfSimplex

GoodAndInvalid == {Genesis, A1, X1}
=============================================================================
