--------------------------- MODULE ApaVotingFlat ----------------------------
(***************************************************************************)
(* Bounds of VotingFlat for the symbolic model checker: four validators of *)
(* weight 1, three views, and for every fork a pair of blocks.             *)
(***************************************************************************)
EXTENDS VotingFlat

A == "a1_OF_DIGEST"
B == "b1_OF_DIGEST"
C == "a2_OF_DIGEST"
D == "g2_OF_DIGEST"
E == "c3_OF_DIGEST"
F == "g3_OF_DIGEST"
N1 == "n1_OF_VALIDATOR"
N2 == "n2_OF_VALIDATOR"
N3 == "n3_OF_VALIDATOR"
N4 == "n4_OF_VALIDATOR"
N5 == "n5_OF_VALIDATOR"

\* A and B in view 1; C on A and D on the root in view 2; E on B and F on D in view 3.
ThreeViews ==
    /\ FlatViews = {1, 2, 3}
    /\ Root = "genesis_OF_DIGEST"
    /\ Digests = {A, B, C, D, E, F}
    /\ ValidDigests = {A, B, C, D, E}
    /\ ViewOf = [d \in {A, B, C, D, E, F} |->
                    IF d \in {A, B} THEN 1 ELSE IF d \in {C, D} THEN 2 ELSE 3]
    /\ ParentOf = [d \in {A, B, C, D, E, F} |->
                      IF d = C THEN A ELSE IF d = E THEN B ELSE IF d = F THEN D
                      ELSE "genesis_OF_DIGEST"]
    /\ SkippedBy = [d \in {A, B, C, D, E, F} |-> IF d = D THEN {1} ELSE IF d = E THEN {2} ELSE {}]
    /\ BranchOf = [d \in {A, B, C, D, E, F} |->
                      IF d = C THEN {A, C} ELSE IF d = E THEN {B, E} ELSE IF d = F THEN {D, F}
                      ELSE {d}]

\* A quorum is three of four: with one Byzantine, at least two of three correct ones.
OneByzantineOfFour ==
    /\ ThreeViews
    /\ FlatHonest = {N1, N2, N3}
    /\ HonestParts = {{N1, N2}, {N1, N3}, {N2, N3}}

\* With two Byzantine ones, one correct validator makes a quorum with them.
TwoByzantineOfFour ==
    /\ ThreeViews
    /\ FlatHonest = {N1, N2}
    /\ HonestParts = {{N1}, {N2}}

\* Three Byzantine ones are a quorum by themselves.
ThreeByzantineOfFour ==
    /\ ThreeViews
    /\ FlatHonest = {N1}
    /\ HonestParts = {{}}

\* A quorum is four of five: with one Byzantine, three of the four correct ones.
OneByzantineOfFive ==
    /\ ThreeViews
    /\ FlatHonest = {N1, N2, N3, N4}
    /\ HonestParts = {{N1, N2, N3}, {N1, N2, N4}, {N1, N3, N4}, {N2, N3, N4}}

(***************************************************************************)
(* Weights 3, 2, 2, 1: a quorum has weight 6, and less than a third is 2.  *)
(* A validator of weight 2 is Byzantine, so that a quorum needs weight 4   *)
(* of the correct ones, which have 3, 2 and 1.                             *)
(***************************************************************************)
HeavyByzantineOfFour ==
    /\ ThreeViews
    /\ FlatHonest = {N1, N2, N3}
    /\ HonestParts = {{N1, N2}, {N1, N3}}

\* Seven validators, two of them Byzantine: three of the five correct ones make a quorum.
TwoByzantineOfSeven ==
    /\ ThreeViews
    /\ FlatHonest = {N1, N2, N3, N4, N5}
    /\ HonestParts = {{N1, N2, N3}, {N1, N2, N4}, {N1, N2, N5}, {N1, N3, N4}, {N1, N3, N5},
                      {N1, N4, N5}, {N2, N3, N4}, {N2, N3, N5}, {N2, N4, N5}, {N3, N4, N5}}
=============================================================================
