--------------------------- MODULE ForgetsTooMuch ---------------------------
(***************************************************************************)
(* What a validator signed in the first view above the floor is forgotten  *)
(* too.                                                                    *)
(***************************************************************************)
EXTENDS MCForgetting

BrokenRecentMessages(msgs, floor) == {m \in msgs: m.view > floor + 1}
=============================================================================
