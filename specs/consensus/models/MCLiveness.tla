----------------------------- MODULE MCLiveness -----------------------------
(***************************************************************************)
(* Two views: the first is led by the silent Byzantine validator, the      *)
(* second by a correct one.  With one of four silent, a quorum needs every *)
(* correct validator, the one that crashes included.                       *)
(***************************************************************************)
EXTENDS SimplexLiveness, Bounds

OneGoodBlock == {Genesis, G2}
HonestLeaderSecond == [v \in Views |-> IF v = 2 THEN n1 ELSE n4]
ByzantineLeader == [v \in Views |-> n4]
=============================================================================
