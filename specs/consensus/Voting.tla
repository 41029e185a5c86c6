------------------------------- MODULE Voting -------------------------------
(***************************************************************************)
(* Simplex reduced to its votes: who may sign what, given what has been    *)
(* signed.  There are no views to be in, no certificates to hold and no    *)
(* crashes; a correct validator may act on any certificate that could be   *)
(* formed.  That is the most that any network allows it, so what is safe   *)
(* here is safe in Simplex, where validators must hold a certificate       *)
(* before they act on it.  Simplex refines this spec, and this spec        *)
(* refines Agreement.                                                      *)
(*                                                                         *)
(* Source: B. Chan, R. Pass, Simplex Consensus (TCC 2023), with votes to   *)
(* notarize, nullify and finalize.                                         *)
(***************************************************************************)
EXTENDS Evidence

CONSTANT
    \* The validator that proposes in each view.
    \* @type: Int -> VALIDATOR;
    Leader

VARIABLE
    \* Everything ever signed.
    \* @type: Set($message);
    messages

\* What i signed in view v.
\* @type: (VALIDATOR, Int) => Set($message);
SignedBy(i, v) == {m \in messages: m.signer = i /\ m.view = v}

\* Did i sign anything of one of these kinds in view v?
\* @type: (VALIDATOR, Int, Set(Str)) => Bool;
HasSigned(i, v, kinds) ==
    \E m \in messages: m.signer = i /\ m.view = v /\ m.kind \in kinds

\* @type: ($block) => Bool;
IsNotarized(b) == IF b = Genesis THEN TRUE ELSE Certified(Notarization(b), messages)

\* @type: (Int) => Bool;
IsNullified(v) == Certified(Nullification(v), messages)

\* @type: ($block) => Bool;
IsFinalized(b) == IF b = Genesis THEN TRUE ELSE Certified(Finalization(b), messages)

(***************************************************************************)
(* The parent rule: b's parent is notarized, and every view between the    *)
(* two is nullified.                                                       *)
(***************************************************************************)
\* @type: ($block) => Bool;
ExtendsNotarized(b) ==
    /\ \E a \in Blocks: IsParent(a, b) /\ IsNotarized(a)
    /\ \A v \in Views: b.parentView < v /\ v < b.view => IsNullified(v)

-----------------------------------------------------------------------------
(***************************************************************************)
(* The correct leader of b's view proposes b, once, with a valid payload,  *)
(* on a parent that the parent rule allows, unless it gave up the view.    *)
(***************************************************************************)
\* @type: (VALIDATOR, $block) => Bool;
CanPropose(i, b) ==
    /\ i = Leader[b.view]
    /\ b.valid
    /\ ~HasSigned(i, b.view, {"propose", "nullify"})
    /\ ExtendsNotarized(b)

\* @type: (VALIDATOR, $block) => Bool;
Propose(i, b) ==
    /\ CanPropose(i, b)
    /\ messages' = messages \union {Proposal(i, b)}

(***************************************************************************)
(* A correct validator votes to notarize what the leader of the view       *)
(* proposed: one valid block in each view, and none in a view that it      *)
(* voted to nullify or to finalize.                                        *)
(***************************************************************************)
\* @type: (VALIDATOR, $block) => Bool;
CanNotarize(i, b) ==
    /\ Proposal(Leader[b.view], b) \in messages
    /\ b.valid
    /\ ~HasSigned(i, b.view, {"notarize", "nullify", "finalize"})
    /\ ExtendsNotarized(b)

\* @type: (VALIDATOR, $block) => Bool;
Notarize(i, b) ==
    /\ CanNotarize(i, b)
    /\ messages' = messages \union {NotarizeVote(i, b)}

(***************************************************************************)
(* A correct validator may give up any view, at any time and for any       *)
(* reason, also after it voted to notarize there, but not after it voted   *)
(* to finalize there.                                                      *)
(***************************************************************************)
\* @type: (VALIDATOR, Int) => Bool;
CanNullify(i, v) ==
    /\ ~HasSigned(i, v, {"nullify", "finalize"})

\* @type: (VALIDATOR, Int) => Bool;
Nullify(i, v) ==
    /\ CanNullify(i, v)
    /\ messages' = messages \union {NullifyVote(i, v)}

(***************************************************************************)
(* A correct validator votes to finalize a notarized block, unless it gave *)
(* up the view or voted to notarize another block there.                   *)
(***************************************************************************)
\* @type: (VALIDATOR, $block) => Bool;
CanFinalize(i, b) ==
    /\ b /= Genesis
    /\ IsNotarized(b)
    /\ ~HasSigned(i, b.view, {"nullify", "finalize"})
    /\ \A m \in SignedBy(i, b.view): m.kind = "notarize" => m.block = b

\* @type: (VALIDATOR, $block) => Bool;
Finalize(i, b) ==
    /\ CanFinalize(i, b)
    /\ messages' = messages \union {FinalizeVote(i, b)}

(***************************************************************************)
(* A Byzantine validator signs anything, in its own name only.             *)
(***************************************************************************)
\* @type: ($message) => Bool;
CanByzantineSend(m) ==
    /\ m \notin messages
    /\ m.signer \in Byzantine
    /\ m.view \in Views
    /\ \/ m.kind \in {"propose", "notarize", "finalize"} /\ m.block.view = m.view
       \/ m.kind = "nullify" /\ m.block = NoBlock

\* @type: ($message) => Bool;
ByzantineSend(m) ==
    /\ CanByzantineSend(m)
    /\ messages' = messages \union {m}

\* Everything that Byzantine validators can sign.
\* @type: Set($message);
ByzantineMessages ==
    UNION {{Proposal(i, b), NotarizeVote(i, b), FinalizeVote(i, b)}:
               i \in Byzantine, b \in Blocks \ {Genesis}}
    \union {NullifyVote(i, v): i \in Byzantine, v \in Views}

Init == messages = {}

Next ==
    \/ \E i \in Honest, b \in Blocks \ {Genesis}: Propose(i, b)
    \/ \E i \in Honest, b \in Blocks \ {Genesis}: Notarize(i, b)
    \/ \E i \in Honest, v \in Views: Nullify(i, v)
    \/ \E i \in Honest, b \in Blocks \ {Genesis}: Finalize(i, b)
    \/ \E m \in ByzantineMessages: ByzantineSend(m)

Spec == Init /\ [][Next]_messages

-----------------------------------------------------------------------------
(* What must hold while Byzantine weight is below a third. *)

\* Finality of a block is finality of all its ancestors.
\* @type: Set($block);
Final == UNION {Ancestors[b]: b \in {c \in Blocks: IsFinalized(c)}}

Agreement == \A a, b \in Final: ~Conflict(a, b)

Validity ==
    \A b \in Final \ {Genesis}: b.valid /\ Proposal(Leader[b.view], b) \in messages

NoConflictingNotarization ==
    \A a, b \in {c \in Blocks: IsNotarized(c)}: a.view = b.view => a = b

FinalizedNotNullified ==
    \A b \in Blocks \ {Genesis}: IsFinalized(b) => ~IsNullified(b.view)

-----------------------------------------------------------------------------
(* What must hold however many validators are Byzantine. *)

\* Nobody correct is ever convicted.
NoHonestEvidence == \A i \in Honest: ~IsGuilty(i, EvidencePairs, messages)

(***************************************************************************)
(* A finality proof of b: its finalization, and for it and each of its     *)
(* ancestors the notarization of the parent and the nullifications of the  *)
(* skipped views.                                                          *)
(***************************************************************************)
\* @type: ($block) => Bool;
IsProvenFinal(b) ==
    /\ IsFinalized(b)
    /\ \A a \in Ancestors[b] \ {Genesis}: ExtendsNotarized(a)

\* If finalizations conflict, a third of the weight is convicted by pairs 1 to 3.
AccountabilityOfFinalizations ==
    \A a, b \in {c \in Blocks: IsFinalized(c)}:
        Conflict(a, b) => IsThird(Guilty({1, 2, 3}, messages))

\* If finality proofs conflict, a third of the weight is convicted by pairs 1 to 4.
Accountability ==
    \A a, b \in {c \in Blocks: IsProvenFinal(c)}:
        Conflict(a, b) => IsThird(Guilty(EvidencePairs, messages))

AbstractAgreement == INSTANCE Agreement WITH final <- Final
RefinesAgreement == AbstractAgreement!Spec
=============================================================================
