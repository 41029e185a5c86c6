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

-----------------------------------------------------------------------------
(***************************************************************************)
(* SimplexLiveness refines GoodView: forget what is signed and not         *)
(* written, who is down and what was committed.                            *)
(***************************************************************************)
DigestsOf(blocks) == {b.digest: b \in blocks}

BlockOf(d) == CHOOSE b \in Blocks: b.digest = d

PatientView == CHOOSE v \in Patience: TRUE

SentVotes(kind) == {m \in messages: m.kind = kind}

HeldOf(kind) ==
    UNION {{<<i, c>>: c \in {x \in certificates[i]: x.kind = kind /\ x.view > 0}}: i \in Honest}

GoodLevel == INSTANCE GoodView WITH
    FlatHonest <- Honest,
    FlatByzantine <- Byzantine,
    FlatQuorums <- Quorums,
    FlatViews <- Views,
    Root <- GenesisDigest,
    Digests <- DigestsOf(Blocks \ {Genesis}),
    ViewOf <- [d \in DigestsOf(Blocks) |-> BlockOf(d).view],
    ParentOf <- [d \in DigestsOf(Blocks) |-> BlockOf(d).parent],
    SkippedBy <- [d \in DigestsOf(Blocks) |->
                     {v \in Views: BlockOf(d).parentView < v /\ v < BlockOf(d).view}],
    Good <- PatientView,
    GoodLeader <- Leader[PatientView],
    proposed <- DigestsOf({b \in Blocks \ {Genesis}: Proposal(Leader[b.view], b) \in messages}),
    notarizes <- {<<m.signer, m.block.digest>>: m \in SentVotes("notarize")},
    nullifies <- {<<m.signer, m.view>>: m \in SentVotes("nullify")},
    finalizes <- {<<m.signer, m.block.digest>>: m \in SentVotes("finalize")},
    inView <- [i \in Honest |-> IF view[i] = 0 THEN 1 ELSE view[i]],
    holdsNotarized <- {<<h[1], h[2].block.digest>>: h \in HeldOf("notarize")},
    holdsNullified <- {<<h[1], h[2].view>>: h \in HeldOf("nullify")},
    holdsFinalized <- {<<h[1], h[2].block.digest>>: h \in HeldOf("finalize")}
RefinesGoodView == GoodLevel!Spec

\* When nothing is left to be done here, nothing is left to be done there.
NothingToDo == \A i \in Honest: ~ENABLED Progress(i)
NothingToDoIsStuck == NothingToDo => GoodLevel!Stuck

\* What GoodView shows for any blocks and votes, here once more.
NothingToDoIsDecided == NothingToDo => GoodLevel!Decided
=============================================================================
