---------------------------- MODULE ExactAmounts ----------------------------
(***************************************************************************)
(* Arithmetic on whole numbers of any size, for trace validation.  TLC's   *)
(* own numbers have 32 bits; an amount is a tuple of them: the sign        *)
(* (1000000000 from zero on, -1000000000 below), then nine digits in each  *)
(* element, the most significant first, without leading zeros.  So equal   *)
(* numbers are equal tuples.                                               *)
(*                                                                         *)
(* What the operators do stands in the Java class tlc2.module.ExactAmounts *)
(* and can't be said here.  They take numbers of TLC and amounts in any    *)
(* mix: of two numbers of TLC they make what TLC makes of them, else an    *)
(* amount.  Where that class is missing, every use is an error.            *)
(***************************************************************************)
LOCAL INSTANCE TLC
LOCAL Numbers == INSTANCE Integers

LOCAL Missing(op) ==
    Assert(FALSE, <<"ExactAmounts: its Java class is not on TLC's class path, to do", op>>)

Int == Numbers!Int
Nat == Numbers!Nat

a + b == Missing("+")
a - b == Missing("-")
-. a == Missing("-.")
a * b == Missing("*")
a \div b == Missing("\\div")
a % b == Missing("%")
a < b == Missing("<")
a <= b == Missing("<=")
a > b == Missing(">")
a >= b == Missing(">=")
a .. b == Missing("..")

ExactZero == <<1000000000>>

\* x, worked out.
ExactlyEvaluated(x) == TLCEval(x)

\* The sum of f[x] for x in S, an amount, at once: a fold takes quadratic time in TLC.
ExactSum(f, S) == Missing("ExactSum")
=============================================================================
