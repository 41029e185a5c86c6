------------------------------- MODULE Amounts ------------------------------
(***************************************************************************)
(* Money, prices and quantities: whole numbers, exact, never rounded but   *)
(* where a rule says so.                                                   *)
(*                                                                         *)
(* All specs of the settlement extend this module and never Integers       *)
(* directly.  Trace validation puts a module of the same name in its place *)
(* in which an amount may be larger than TLC's 32 bits.  Hence the rule    *)
(* that an amount in a variable, and one that is compared by = or /=, is   *)
(* never written as a literal: write Zero, or x <= 0, and Zero - x for -x. *)
(***************************************************************************)
EXTENDS ExactAmounts, FiniteSets, Sequences, Apalache

(*
  @typeAlias: amount = Int;
*)
Amounts_aliases == TRUE

\* @type: $amount;
Zero == ExactZero

\* @type: ($amount, $amount) => $amount;
Min(x, y) == IF x <= y THEN x ELSE y

\* @type: ($amount, $amount) => $amount;
Max(x, y) == IF x <= y THEN y ELSE x

\* @type: ($amount) => $amount;
Abs(x) == IF x < 0 THEN Zero - x ELSE x

\* @type: ($amount) => $amount;
Positive(x) == Max(Zero, x)

\* The largest whole number that is at most x / y, for y above zero: payments round down.
\* @type: ($amount, $amount) => $amount;
FloorDiv(x, y) == x \div y

\* The least whole number that is at least x / y, for y above zero: charges round up.
\* @type: ($amount, $amount) => $amount;
CeilDiv(x, y) == Zero - ((Zero - x) \div y)

\* The sum of f[x] for x in S.
\* @type: (Int -> $amount, Set(Int)) => $amount;
SumOf(f, S) == ExactSum(f, S)

\* f with more in its domain, or with other values where it has them: g wins.
\* @type: (Int -> a, Int -> a) => (Int -> a);
Extended(f, g) ==
    [x \in DOMAIN f \union DOMAIN g |-> IF x \in DOMAIN g THEN g[x] ELSE f[x]]

\* x.  Trace validation has TLC work out all of it here, and not when a part is asked for.
\* @type: (a) => a;
Evaluated(x) == ExactlyEvaluated(x)

\* Parts of this are what rates are given in.
\* @type: Int;
Whole == 10000
=============================================================================
