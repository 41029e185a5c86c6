------------------------------ MODULE MCSimplex -----------------------------
(***************************************************************************)
(* Models of Simplex.                                                      *)
(***************************************************************************)
EXTENDS Simplex, Bounds

(***************************************************************************)
(* Everything that Byzantine validators can sign is there from the start;  *)
(* sound for the reasons given in MCVoting.                                *)
(***************************************************************************)
ByzantineFirst == messages = ByzantineMessages /\ AllFresh
ByzantineFirstSpec == ByzantineFirst /\ [][Next]_vars

\* The correct validators that lead no view can be exchanged for one another.
HonestSymmetry == Permutations(Honest \ {Leader[v]: v \in Views})

ByzantineLeader == [v \in Views |-> n4]
HonestLeader == [v \in Views |-> n1]

OneBlock == {Genesis, A1}
TwoBlocks == {Genesis, A1, B1}
LateBlock == {Genesis, G2}
Skipping == {Genesis, A1, G2}
\* A parent to build on, or to skip.
ParentOrNot == {Genesis, A1, A2, G2}
ThreeLateBlocks == {Genesis, A1, A2, G2, H2}
TwoLateBlocks == {Genesis, G2, H2}
HonestLeaderSecond == [v \in Views |-> IF v = 2 THEN n1 ELSE n4]

(***************************************************************************)
(* Three validators, so that two views with a choice of parents are in     *)
(* reach.  A quorum is n1 and n2; or n1 with anyone.                       *)
(***************************************************************************)
TwoHeavy == [i \in {n1, n2, n4} |-> IF i = n4 THEN 1 ELSE 2]
OneHeavy == [i \in {n1, n2, n4} |-> IF i = n1 THEN 2 ELSE 1]

\* A run in which nobody crashes.
NobodyCrashes == up = Honest

\* A run in which nobody but n3 crashes.
OnlyOneCrashes == Honest \ up \subseteq {n3}

\* A run in which nobody but n1 crashes.
OnlyLeaderCrashes == Honest \ up \subseteq {n1}

(***************************************************************************)
(* Everybody is prompt: what can be learnt is learnt, by all who run,      *)
(* before anything else happens; then what is final is committed, and what *)
(* is signed is written, before anyone signs more.  What is cut off is     *)
(* that validators know, have committed or have written different things   *)
(* at one time.  The models of one view leave just that open.              *)
(***************************************************************************)
CanLearn == \E i \in up, c \in AllCertificates: CanHoldCertificate(i, c, Voters(c, messages))

PromptKnowledge == CanLearn => certificates' /= certificates

Prompt ==
    IF CanLearn
    THEN PromptKnowledge
    ELSE IF \E i \in up, path \in Paths: CanCommit(i, path)
    THEN committed' /= committed
    ELSE (\E i \in up: CanPersist(i)) => durable' /= durable

\* Everybody is prompt, but a crash or a restart may come between.
PromptOrCrash == up' /= up \/ Prompt

(***************************************************************************)
(* Where Byzantine messages are there from the start, the first state is   *)
(* not one of Voting's Init, but one that Voting reaches; what is left to  *)
(* check of the refinement is each step.                                   *)
(***************************************************************************)
RefinesVotingSteps == [][VotingLevel!Next]_messages

(***************************************************************************)
(* Whatever may be committed is final, all of it.  It is asked of          *)
(* sequences of blocks that are no paths too: Next tries nothing but       *)
(* Paths, but trace validation whatever stands in the trace.               *)
(***************************************************************************)
NewBlocks == Blocks \ {Genesis}
ShortSequences == {<<a>>: a \in NewBlocks} \union {<<a, b>>: a, b \in NewBlocks}

CommitsOnlyFinal ==
    \A i \in up, path \in ShortSequences:
        CanCommit(i, path) => \A k \in DOMAIN path: path[k] \in VotingLevel!Final
=============================================================================
