---------------------------- MODULE ApaGoodView -----------------------------
(***************************************************************************)
(* Bounds of GoodView for the symbolic model checker: four validators, one *)
(* of them Byzantine, three views, any of which is the good one, and for   *)
(* every block that a view can end with a block on it in each later view.  *)
(***************************************************************************)
EXTENDS GoodView

A == "a1_OF_DIGEST"
B == "b1_OF_DIGEST"
C == "a2_OF_DIGEST"
D == "b2_OF_DIGEST"
E == "g2_OF_DIGEST"
F == "a3_OF_DIGEST"
G == "b3_OF_DIGEST"
H == "c3_OF_DIGEST"
I == "d3_OF_DIGEST"
J == "e3_OF_DIGEST"
K == "g3_OF_DIGEST"
N1 == "n1_OF_VALIDATOR"
N2 == "n2_OF_VALIDATOR"
N3 == "n3_OF_VALIDATOR"
N4 == "n4_OF_VALIDATOR"

\* A in view 1; C and E on A and the root in view 2.
TwoViews ==
    /\ FlatViews = {1, 2}
    /\ Root = "genesis_OF_DIGEST"
    /\ Digests = {A, C, E}
    /\ ViewOf = [d \in {A, C, E} |-> IF d = A THEN 1 ELSE 2]
    /\ ParentOf = [d \in {A, C, E} |-> IF d = C THEN A ELSE "genesis_OF_DIGEST"]
    /\ SkippedBy = [d \in {A, C, E} |-> IF d = E THEN {1} ELSE {}]

\* Besides, F, H, J and K on A, C, E and the root in view 3.
ThreeViews ==
    /\ FlatViews = {1, 2, 3}
    /\ Root = "genesis_OF_DIGEST"
    /\ Digests = {A, C, E, F, H, J, K}
    /\ ViewOf = [d \in {A, C, E, F, H, J, K} |->
                    IF d = A THEN 1 ELSE IF d \in {C, E} THEN 2 ELSE 3]
    /\ ParentOf = [d \in {A, C, E, F, H, J, K} |->
                      IF d \in {C, F} THEN A ELSE IF d = H THEN C ELSE IF d = J THEN E
                      ELSE "genesis_OF_DIGEST"]
    /\ SkippedBy = [d \in {A, C, E, F, H, J, K} |->
                       IF d = E THEN {1} ELSE IF d = F THEN {2} ELSE IF d = K THEN {1, 2} ELSE {}]

\* Besides, B in view 1, a rival of A; D on B in view 2; G and I on B and D in view 3.
ThreeViewsWithRivals ==
    /\ FlatViews = {1, 2, 3}
    /\ Root = "genesis_OF_DIGEST"
    /\ Digests = {A, B, C, D, E, F, G, H, I, J, K}
    /\ ViewOf = [d \in {A, B, C, D, E, F, G, H, I, J, K} |->
                    IF d \in {A, B} THEN 1 ELSE IF d \in {C, D, E} THEN 2 ELSE 3]
    /\ ParentOf = [d \in {A, B, C, D, E, F, G, H, I, J, K} |->
                      IF d \in {C, F} THEN A ELSE IF d \in {D, G} THEN B ELSE IF d = H THEN C
                      ELSE IF d = I THEN D ELSE IF d = J THEN E ELSE "genesis_OF_DIGEST"]
    /\ SkippedBy = [d \in {A, B, C, D, E, F, G, H, I, J, K} |->
                       IF d = E THEN {1} ELSE IF d \in {F, G} THEN {2}
                       ELSE IF d = K THEN {1, 2} ELSE {}]

OneByzantine ==
    /\ FlatHonest = {N1, N2, N3}
    /\ FlatByzantine = {N4}
    /\ FlatQuorums = {{N1, N2, N3}, {N1, N2, N4}, {N1, N3, N4}, {N2, N3, N4}}
    /\ GoodLeader = N1

AnyGoodViewOfTwo == TwoViews /\ OneByzantine /\ Good \in {1, 2}

AnyGoodView == ThreeViews /\ OneByzantine /\ Good \in {1, 2, 3}

AnyGoodViewRivals == ThreeViewsWithRivals /\ OneByzantine /\ Good \in {1, 2, 3}

\* Two of four are Byzantine: without them there is no quorum.
TwoByzantine ==
    /\ ThreeViews
    /\ FlatHonest = {N1, N2}
    /\ FlatByzantine = {N3, N4}
    /\ FlatQuorums = {{N1, N2, N3}, {N1, N2, N4}, {N1, N3, N4}, {N2, N3, N4}}
    /\ Good \in {1, 2, 3}
    /\ GoodLeader = N1

-----------------------------------------------------------------------------
\* To be violated: nothing left to do is a thing that happens.
NotStuck == ~Stuck

-----------------------------------------------------------------------------
(* What goes wrong otherwise. *)

\* Timeouts that stay below the delay: timers fire in Good too.
\* @type: (VALIDATOR) => Bool;
NullifyGood(i) ==
    /\ inView[i] = Good
    /\ <<i, Good>> \notin nullifies
    /\ ~HasFinalized(i, Good)
    /\ nullifies' = nullifies \union {<<i, Good>>}
    /\ UNCHANGED <<proposed, notarizes, finalizes, inView, held>>

NextImpatient ==
    \/ NextUp
    \/ \E i \in FlatHonest: NullifyGood(i)

\* The invariant without what such a step breaks.
InvImpatient ==
    /\ Types
    /\ HeldIsSigned
    /\ ViewsAreReached
    /\ VotesHaveReasons
    /\ GoodProposal

\* Messages are lost, and nobody sends them again: certificates need not be learnt.
StuckUnsent ==
    /\ \A i \in FlatHonest:
           /\ \A v \in FlatViews: ~MustEnterView(i, v) /\ ~MustNullify(i, v)
           /\ \A d \in Digests: ViewOf[d] = Good => ~MustNotarize(i, d) /\ ~MustFinalize(i, d)
    /\ \A d \in Digests: ViewOf[d] = Good => ~MustPropose(d)
UnsentIsDecided == StuckUnsent => Decided

\* Whoever leads Good need not propose.
StuckUnled ==
    \A i \in FlatHonest:
        /\ \A d \in Digests: ~MustHoldNotarization(i, d) /\ ~MustHoldFinalization(i, d)
        /\ \A v \in FlatViews:
               ~MustHoldNullification(i, v) /\ ~MustEnterView(i, v) /\ ~MustNullify(i, v)
        /\ \A d \in Digests: ViewOf[d] = Good => ~MustNotarize(i, d) /\ ~MustFinalize(i, d)
UnledIsDecided == StuckUnled => Decided
=============================================================================
