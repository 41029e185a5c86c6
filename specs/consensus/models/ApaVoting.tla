----------------------------- MODULE ApaVoting ------------------------------
(***************************************************************************)
(* Voting for the symbolic model checker: bounds, and an inductive         *)
(* invariant.  An invariant that is inductive holds after any number of    *)
(* steps, and says why the protocol is safe.                               *)
(***************************************************************************)
EXTENDS Voting

\* @type: (DIGEST, Int, $block) => $block;
ApaChild(digest, v, parent) ==
    [digest |-> digest, view |-> v,
     parentView |-> parent.view, parent |-> parent.digest, valid |-> TRUE]

ApaA1 == ApaChild("a1_OF_DIGEST", 1, Genesis)
ApaB1 == ApaChild("b1_OF_DIGEST", 1, Genesis)
ApaA2 == ApaChild("a2_OF_DIGEST", 2, ApaA1)
ApaG2 == ApaChild("g2_OF_DIGEST", 2, Genesis)

FourEqual ==
    /\ Validators = {"n1_OF_VALIDATOR", "n2_OF_VALIDATOR", "n3_OF_VALIDATOR", "n4_OF_VALIDATOR"}
    /\ Weight = [i \in Validators |-> 1]
    /\ GenesisDigest = "genesis_OF_DIGEST"
    /\ NoDigest = "none_OF_DIGEST"

\* The leader of view 1 is correct, that of view 2 is Byzantine.
TwoViewsOfTwo ==
    /\ Views = {1, 2}
    /\ Blocks = {Genesis, ApaA1, ApaB1, ApaA2, ApaG2}
    /\ Leader = [v \in {1, 2} |-> IF v = 1 THEN "n1_OF_VALIDATOR" ELSE "n4_OF_VALIDATOR"]

OneByzantineOfFour ==
    FourEqual /\ TwoViewsOfTwo /\ Byzantine = {"n4_OF_VALIDATOR"}

TwoByzantineOfFour ==
    FourEqual /\ TwoViewsOfTwo /\ Byzantine = {"n3_OF_VALIDATOR", "n4_OF_VALIDATOR"}

-----------------------------------------------------------------------------
\* Everything that anyone can sign.
\* @type: Set($message);
AllMessages ==
    UNION {{Proposal(i, b), NotarizeVote(i, b), FinalizeVote(i, b)}:
               i \in Validators, b \in Blocks \ {Genesis}}
    \union {NullifyVote(i, v): i \in Validators, v \in Views}

\* A correct validator follows the rules: what it signed has the reason that it needs, ...
EveryVoteHasItsReason ==
    \A m \in messages:
        m.signer \in Honest =>
            /\ m.kind = "notarize" =>
                   /\ Proposal(Leader[m.view], m.block) \in messages
                   /\ m.block.valid
                   /\ ExtendsNotarized(m.block)
            /\ m.kind = "finalize" => IsNotarized(m.block)

\* ... and nothing that it signed in a view excludes another thing that it signed there.
VotesDoNotExclude == NoHonestEvidence

Inv ==
    /\ messages \in SUBSET AllMessages
    /\ EveryVoteHasItsReason
    /\ VotesDoNotExclude
=============================================================================
