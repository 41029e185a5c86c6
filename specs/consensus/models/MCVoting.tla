------------------------------ MODULE MCVoting ------------------------------
(***************************************************************************)
(* Models of Voting in which every correct validator has the same weight.  *)
(***************************************************************************)
EXTENDS Voting, Ballots, Bounds, FiniteSets

(***************************************************************************)
(* Everything that Byzantine validators can sign is there from the start.  *)
(*                                                                         *)
(* Sound for safety: messages only accumulate, and what a correct          *)
(* validator may do never depends on the absence of another's message.  So *)
(* each run in which Byzantine validators sign at times of their choosing  *)
(* is matched by one in which they signed before, with the same votes of   *)
(* the correct ones; and each invariant but Validity, once broken, stays   *)
(* broken when Byzantine messages are added.  Validity can tell the        *)
(* difference only for views led by Byzantine validators, and is checked   *)
(* for these in the models in which every vote is a step.                  *)
(***************************************************************************)
ByzantineFirst == messages = ByzantineMessages

ByzantineFirstSpec == ByzantineFirst /\ [][Next]_messages

(***************************************************************************)
(* The correct validators that lead no view can be exchanged for one       *)
(* another: no definition of Voting tells them apart.                      *)
(***************************************************************************)
HonestSymmetry == Permutations(Honest \ {Leader[v]: v \in Views})

ByzantineLeader == [v \in Views |-> n4]
HonestLeaderFirst == [v \in Views |-> IF v = 1 THEN n1 ELSE n4]

OneBlock == {Genesis, A1}
TwoBlocks == {Genesis, A1, B1}
InvalidBlock == {Genesis, A1, X1}
SkippingBlock == {Genesis, A1, G2}
LostParent == {Genesis, A1, B1, B2}
TwoViews == {Genesis, A1, B1, A2, G2}
HonestLeaderBlocks == {Genesis, A1, X1, G2}

(***************************************************************************)
(* Weights of which a third is 3 and a quorum 7.  n1 and n2 are a quorum,  *)
(* two of four; n2, n3 and n4 are three of four and no quorum.  Byzantine  *)
(* are n2, the heaviest that may be, or n3 and n4: half of all by count,   *)
(* and less than a third by weight.                                        *)
(***************************************************************************)
UnequalWeight ==
    [i \in {n1, n2, n3, n4} |-> IF i = n1 THEN 5 ELSE IF i = n2 THEN 2 ELSE 1]
SecondLeader == [v \in Views |-> n2]
LightSymmetry == Permutations({n3, n4})

(***************************************************************************)
(* Voting refines VotingCounts: forget the names.                          *)
(***************************************************************************)
\* @type: (VALIDATOR, Int) => Set($certificate);
BallotOf(i, v) ==
    {[kind |-> m.kind, view |-> m.view, block |-> m.block]:
        m \in {x \in SignedBy(i, v): x.kind /= "propose"}}

\* @type: Int -> (Set($certificate) -> Int);
Counted ==
    [v \in Views |->
        LET cast == [i \in Honest |-> BallotOf(i, v)]
        IN  [votes \in BallotsOf[v] |->
                Cardinality({i \in Honest: cast[i] = votes})]]

CountsLevel == INSTANCE VotingCounts WITH cast <- Counted
RefinesCounts == CountsLevel!Spec

(***************************************************************************)
(* Voting refines VotingFlat: forget what Byzantine validators sign.       *)
(***************************************************************************)
DigestsOf(blocks) == {b.digest: b \in blocks}

BlockOf(d) == CHOOSE b \in Blocks: b.digest = d

HonestVotes(kind) == {m \in messages: m.kind = kind /\ m.signer \in Honest}

FlatLevel == INSTANCE VotingFlat WITH
    FlatHonest <- Honest,
    HonestParts <- {part \in SUBSET Honest: IsQuorum(part \union Byzantine)},
    FlatViews <- Views,
    Root <- GenesisDigest,
    Digests <- DigestsOf(Blocks \ {Genesis}),
    ValidDigests <- DigestsOf({b \in Blocks \ {Genesis}: b.valid}),
    ViewOf <- [d \in DigestsOf(Blocks) |-> BlockOf(d).view],
    ParentOf <- [d \in DigestsOf(Blocks) |-> BlockOf(d).parent],
    SkippedBy <- [d \in DigestsOf(Blocks) |->
                     {v \in Views: BlockOf(d).parentView < v /\ v < BlockOf(d).view}],
    BranchOf <- [d \in DigestsOf(Blocks) |-> DigestsOf(Ancestors[BlockOf(d)] \ {Genesis})],
    proposed <- DigestsOf({b \in Blocks \ {Genesis}: Proposal(Leader[b.view], b) \in messages}),
    notarizes <- {<<m.signer, m.block.digest>>: m \in HonestVotes("notarize")},
    nullifies <- {<<m.signer, m.view>>: m \in HonestVotes("nullify")},
    finalizes <- {<<m.signer, m.block.digest>>: m \in HonestVotes("finalize")}
RefinesFlat == FlatLevel!Spec
RefinesFlatSteps == [][FlatLevel!Next]_(FlatLevel!flatVars)
=============================================================================
