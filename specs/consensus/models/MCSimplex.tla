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
HonestLeaderSecond == [v \in Views |-> IF v = 2 THEN n1 ELSE n4]

\* A run in which nobody crashes.
NobodyCrashes == up = Honest

\* A run in which nobody but n3 crashes.
OnlyOneCrashes == Honest \ up \subseteq {n3}

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

(***************************************************************************)
(* Where Byzantine messages are there from the start, the first state is   *)
(* not one of Voting's Init, but one that Voting reaches; what is left to  *)
(* check of the refinement is each step.                                   *)
(***************************************************************************)
RefinesVotingSteps == [][VotingLevel!Next]_messages
=============================================================================
