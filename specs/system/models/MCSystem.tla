------------------------------ MODULE MCSystem ------------------------------
(***************************************************************************)
(* Models of System.  The right root of every height is `right', and all   *)
(* wrong ones are called `wrong': heights are not compared with each other. *)
(***************************************************************************)
EXTENDS System

CONSTANTS
    \* The replicas.
    \* @type: VALIDATOR;
    n1,
    \* @type: VALIDATOR;
    n2,
    \* @type: VALIDATOR;
    n3,
    \* @type: VALIDATOR;
    n4,
    \* Two commands.
    \* @type: COMMAND;
    c1,
    \* @type: COMMAND;
    c2,
    \* Two roots.
    \* @type: ROOT;
    right,
    \* @type: ROOT;
    wrong

EqualWeight == [i \in {n1, n2, n3, n4} |-> 1]
\* A quorum is n1 and n2, or n1 with n3 and n4, and never the three without n1.
UnequalWeight == [i \in {n1, n2, n3, n4} |-> IF i = n1 THEN 4 ELSE IF i = n2 THEN 2 ELSE 1]
\* A quorum is n1 with anyone.
ThreeWeight == [i \in {n1, n2, n4} |-> IF i = n1 THEN 2 ELSE 1]

\* @type: (COMMAND, Int) => $block;
Block(c, quitted) == [command |-> c, quitted |-> quitted]

PlainBlock == {Block(c1, 0)}
\* A command that may be ordered twice, and another.
TwoCommands == {Block(c1, 0), Block(c2, 0)}
\* Blocks that may carry a quittance of any height.
CarryingBlocks == {Block(c1, q): q \in 0 .. 2}

(***************************************************************************)
(* Everything that Byzantine replicas can attest is there from the start.  *)
(* Nothing that can happen later if they attest something later or never   *)
(* is lost, as no rule asks for what has not been attested.                *)
(***************************************************************************)
ByzantineFirst == attestations = ByzantineAttestations /\ AllFresh
ByzantineFirstSpec == ByzantineFirst /\ [][Next]_vars

\* Which of the roots is the right one is a matter of names.
RightIsRight == \A h \in DOMAIN outcome: outcome[h] = right

\* Correct replicas can be exchanged for one another; and so can wrong ones.
CorrectSymmetry == Permutations(Honest \ Wrong)
WrongSymmetry == Permutations(Wrong)
ByzantineSymmetry == Permutations(Byzantine)

\* A run in which so many blocks become final.
OneBlock == Tip <= 1
TwoBlocks == Tip <= 2
ThreeBlocks == Tip <= 3

\* A run in which nobody crashes, or nobody but n2 does.
NobodyCrashes == up = Honest
OnlyOneCrashes == Honest \ up \subseteq {n2}

(***************************************************************************)
(* Whoever has executed a block signs the root and sends it before         *)
(* anything else happens.  What is cut off is that replicas are at         *)
(* different points between these steps.  The models of one block leave    *)
(* just that open.                                                         *)
(***************************************************************************)
CanSpeak ==
    \E i \in up, h \in Heights: CanSend(i, h) \/ \E r \in Roots: CanAttest(i, h, r)

Prompt == CanSpeak => (signed' /= signed \/ attestations' /= attestations) /\ up' = up

\* The same, but a crash may come between.
PromptOrCrash == CanSpeak => (signed' /= signed \/ attestations' /= attestations \/ up' /= up)

(***************************************************************************)
(* System refines AttestationFlat: forget all but the attestations, and    *)
(* those that Byzantine replicas send.                                     *)
(***************************************************************************)
\* @type: (VALIDATOR -> (Int -> ROOT)) => Set(<<VALIDATOR, Int, ROOT>>);
RootsIn(f) == UNION {{<<i, h, f[i][h]>>: h \in DOMAIN f[i]}: i \in Honest}

AttestationLevel == INSTANCE AttestationFlat WITH
    Keepers <- Honest,
    FlatQuorums <- Quorums,
    FlatHeights <- Heights,
    FlatRoots <- Roots,
    remembered <- RootsIn(signed),
    written <- RootsIn(durable),
    sent <- {<<m.signer, m.height, m.root>>: m \in {a \in attestations: a.signer \in Honest}}
RefinesAttestationFlat == AttestationLevel!Spec
=============================================================================
