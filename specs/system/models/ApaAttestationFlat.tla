------------------------- MODULE ApaAttestationFlat -------------------------
(***************************************************************************)
(* Bounds of AttestationFlat for the symbolic model checker: two heights   *)
(* and three roots.                                                        *)
(***************************************************************************)
EXTENDS AttestationFlat

N1 == "n1_OF_VALIDATOR"
N2 == "n2_OF_VALIDATOR"
N3 == "n3_OF_VALIDATOR"
N4 == "n4_OF_VALIDATOR"
N5 == "n5_OF_VALIDATOR"
N6 == "n6_OF_VALIDATOR"
N7 == "n7_OF_VALIDATOR"

TwoHeights ==
    /\ FlatHeights = {1, 2}
    /\ FlatRoots = {"r1_OF_ROOT", "r2_OF_ROOT", "r3_OF_ROOT"}

\* Three of four are a quorum.
ThreeOfFour == FlatQuorums = {{N1, N2, N3}, {N1, N2, N4}, {N1, N3, N4}, {N2, N3, N4}}

OneByzantineOfFour == TwoHeights /\ ThreeOfFour /\ Keepers = {N1, N2, N3}
TwoByzantineOfFour == TwoHeights /\ ThreeOfFour /\ Keepers = {N1, N2}
ThreeByzantineOfFour == TwoHeights /\ ThreeOfFour /\ Keepers = {N1}

\* Weights 3, 2, 2, 1, of which 6 make a quorum; N2, of weight 2, is Byzantine.
HeavyByzantineOfFour ==
    /\ TwoHeights
    /\ FlatQuorums = {{N1, N2, N3}, {N1, N2, N4}, {N1, N3, N4}}
    /\ Keepers = {N1, N3, N4}

\* N1 and N4 are Byzantine: all that the quorums of N2 and of N3 share.  (N1 alone has more than a
\* third too, but any two quorums share one more.)
HalfByzantineOfFour ==
    /\ TwoHeights
    /\ FlatQuorums = {{N1, N2, N3}, {N1, N2, N4}, {N1, N3, N4}}
    /\ Keepers = {N2, N3}

\* Five of seven are a quorum.
TwoByzantineOfSeven ==
    /\ TwoHeights
    /\ FlatQuorums =
           {{N1, N2, N3, N4, N5, N6, N7} \ {i, j}:
               i \in {N1, N2, N3, N4, N5, N6, N7}, j \in {N1, N2, N3, N4, N5, N6, N7}}
    /\ Keepers = {N1, N2, N3, N4, N5}

-----------------------------------------------------------------------------
(***************************************************************************)
(* Broken on purpose: what is sent is not written.  Whoever crashes then   *)
(* signs another root.                                                     *)
(***************************************************************************)
SendUnwritten(i, h, r) ==
    /\ <<i, h, r>> \in remembered
    /\ sent' = sent \union {<<i, h, r>>}
    /\ UNCHANGED <<remembered, written>>

NextUnwritten ==
    \/ Next
    \/ \E i \in Keepers, h \in FlatHeights, r \in FlatRoots: SendUnwritten(i, h, r)
=============================================================================
