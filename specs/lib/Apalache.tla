------------------------------ MODULE Apalache ------------------------------
(***************************************************************************)
(* What TLC needs to read specs that use a fold.  The symbolic model       *)
(* checker brings a module of this name of its own and never reads this    *)
(* one; TLC is given this folder as its library.                           *)
(***************************************************************************)

\* Op(... Op(Op(base, x1), x2) ..., xn) for the elements of S in any order.
\* Used with operators for which the order does not matter only.
RECURSIVE ApaFoldSet(_, _, _)
ApaFoldSet(Op(_, _), base, S) ==
    IF S = {}
    THEN base
    ELSE LET x == CHOOSE y \in S: TRUE
         IN  ApaFoldSet(Op, Op(base, x), S \ {x})
=============================================================================
