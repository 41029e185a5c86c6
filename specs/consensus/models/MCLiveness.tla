----------------------------- MODULE MCLiveness -----------------------------
(***************************************************************************)
(* Two views: the first is led by the Byzantine validator, the second by a *)
(* correct one.  Where the Byzantine one is silent, a quorum needs every   *)
(* correct validator, the one that crashes included.  Where it is not, it  *)
(* may propose in the first view and vote to notarize there, at any time   *)
(* or never, so that the view can end notarized and neither final nor      *)
(* nullified.                                                              *)
(***************************************************************************)
EXTENDS SimplexLiveness, Bounds

OneGoodBlock == {Genesis, G2}
ParentOrNot == {Genesis, A1, A2, G2}

(***************************************************************************)
(* Three validators, n4 the Byzantine one.  n1 is a quorum with either of  *)
(* the others, so that a vote of n4 can be the one that matters.           *)
(***************************************************************************)
ThreeWeight == [i \in {n1, n2, n4} |-> IF i = n1 THEN 2 ELSE 1]

\* A block in the first view, and a vote for it.
MischiefInFirst == {Proposal(n4, A1), NotarizeVote(n4, A1)}
HonestLeaderSecond == [v \in Views |-> IF v = 2 THEN n1 ELSE n4]
ByzantineLeader == [v \in Views |-> n4]
=============================================================================
