--------------------------- MODULE ExecutesTwice ----------------------------
(***************************************************************************)
(* A command that was ordered twice takes effect twice.                    *)
(***************************************************************************)
EXTENDS MCSystem

BrokenApply(effects, c) == With(effects, c, IF c \in DOMAIN effects THEN effects[c] + 1 ELSE 1)
=============================================================================
