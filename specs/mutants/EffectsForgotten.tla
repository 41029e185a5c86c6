-------------------------- MODULE EffectsForgotten --------------------------
(***************************************************************************)
(* Which commands took effect is forgotten, of blocks that are remembered. *)
(***************************************************************************)
EXTENDS MCSystemForgetting

BrokenLaterEffects(i, floor) == [c \in NoCommands |-> 1]
=============================================================================
