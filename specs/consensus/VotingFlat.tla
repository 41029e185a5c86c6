----------------------------- MODULE VotingFlat -----------------------------
(***************************************************************************)
(* Voting with one set for each kind of vote, and blocks known by their    *)
(* digests: flat data, as the symbolic model checker likes it.             *)
(*                                                                         *)
(* Only what correct validators sign is in the state.  Byzantine ones      *)
(* count as having signed everything, and leaders propose what they like.  *)
(* Voting refines this spec (RefinesFlat in MCVoting), so what is safe     *)
(* here is safe there.                                                     *)
(***************************************************************************)
EXTENDS Integers

CONSTANTS
    \* @type: Set(VALIDATOR);
    FlatHonest,
    \* The correct members of each quorum; its Byzantine members sign anything.
    \* @type: Set(Set(VALIDATOR));
    HonestParts,
    \* @type: Set(Int);
    FlatViews,
    \* The digest of the block that every validator starts from.
    \* @type: DIGEST;
    Root,
    \* The digests of all other blocks.
    \* @type: Set(DIGEST);
    Digests,
    \* @type: Set(DIGEST);
    ValidDigests,
    \* @type: DIGEST -> Int;
    ViewOf,
    \* @type: DIGEST -> DIGEST;
    ParentOf,
    \* The views between a block and its parent.
    \* @type: DIGEST -> Set(Int);
    SkippedBy,
    \* A block and everything below it but the root.
    \* @type: DIGEST -> Set(DIGEST);
    BranchOf

VARIABLES
    \* What the leaders proposed.
    \* @type: Set(DIGEST);
    proposed,
    \* Who voted to notarize what.
    \* @type: Set(<<VALIDATOR, DIGEST>>);
    notarizes,
    \* Who gave up which view.
    \* @type: Set(<<VALIDATOR, Int>>);
    nullifies,
    \* Who voted to finalize what.
    \* @type: Set(<<VALIDATOR, DIGEST>>);
    finalizes

flatVars == <<proposed, notarizes, nullifies, finalizes>>

\* @type: (DIGEST) => Bool;
IsNotarized(d) ==
    IF d = Root THEN TRUE ELSE \E part \in HonestParts: \A i \in part: <<i, d>> \in notarizes

\* @type: (Int) => Bool;
IsNullified(v) == \E part \in HonestParts: \A i \in part: <<i, v>> \in nullifies

\* @type: (DIGEST) => Bool;
IsFinalized(d) == \E part \in HonestParts: \A i \in part: <<i, d>> \in finalizes

\* @type: (DIGEST) => Bool;
ExtendsNotarized(d) == IsNotarized(ParentOf[d]) /\ \A v \in SkippedBy[d]: IsNullified(v)

\* @type: (DIGEST) => Set(DIGEST);
Rivals(d) == {e \in Digests: ViewOf[e] = ViewOf[d] /\ e /= d}

\* Anyone may turn out to lead, and proposes anything.
\* @type: (DIGEST) => Bool;
Propose(d) ==
    /\ d \notin proposed
    /\ proposed' = proposed \union {d}
    /\ UNCHANGED <<notarizes, nullifies, finalizes>>

\* @type: (VALIDATOR, DIGEST) => Bool;
Notarize(i, d) ==
    /\ d \in proposed
    /\ d \in ValidDigests
    /\ \A e \in Rivals(d) \union {d}: <<i, e>> \notin notarizes /\ <<i, e>> \notin finalizes
    /\ <<i, ViewOf[d]>> \notin nullifies
    /\ ExtendsNotarized(d)
    /\ notarizes' = notarizes \union {<<i, d>>}
    /\ UNCHANGED <<proposed, nullifies, finalizes>>

\* @type: (VALIDATOR, Int) => Bool;
Nullify(i, v) ==
    /\ <<i, v>> \notin nullifies
    /\ \A d \in Digests: ViewOf[d] = v => <<i, d>> \notin finalizes
    /\ nullifies' = nullifies \union {<<i, v>>}
    /\ UNCHANGED <<proposed, notarizes, finalizes>>

\* @type: (VALIDATOR, DIGEST) => Bool;
Finalize(i, d) ==
    /\ IsNotarized(d)
    /\ <<i, ViewOf[d]>> \notin nullifies
    /\ \A e \in Rivals(d) \union {d}: <<i, e>> \notin finalizes
    /\ \A e \in Rivals(d): <<i, e>> \notin notarizes
    /\ finalizes' = finalizes \union {<<i, d>>}
    /\ UNCHANGED <<proposed, notarizes, nullifies>>

Init ==
    /\ proposed = {}
    /\ notarizes = {}
    /\ nullifies = {}
    /\ finalizes = {}

Next ==
    \/ \E d \in Digests: Propose(d)
    \/ \E i \in FlatHonest, d \in Digests: Notarize(i, d)
    \/ \E i \in FlatHonest, v \in FlatViews: Nullify(i, v)
    \/ \E i \in FlatHonest, d \in Digests: Finalize(i, d)

Spec == Init /\ [][Next]_flatVars

-----------------------------------------------------------------------------
Agreement ==
    \A a, b \in Digests:
        IsFinalized(a) /\ IsFinalized(b) => a \in BranchOf[b] \/ b \in BranchOf[a]

\* The part of it that a correct validator's timer can help to break.
AgreementAcrossViews ==
    \A a, b \in Digests:
        IsFinalized(a) /\ IsFinalized(b) /\ ViewOf[a] < ViewOf[b] => a \in BranchOf[b]

\* That blocks below final ones are valid and proposed too is part of it.
Validity ==
    \A b \in Digests:
        IsFinalized(b) => \A a \in BranchOf[b]: a \in ValidDigests /\ a \in proposed

NoConflictingNotarization ==
    \A a \in Digests: \A b \in Rivals(a): ~(IsNotarized(a) /\ IsNotarized(b))

FinalizedNotNullified == \A b \in Digests: ~(IsFinalized(b) /\ IsNullified(ViewOf[b]))

\* The four pairs of messages that convict their signer.
NoHonestEvidence ==
    \A i \in FlatHonest, a \in Digests:
        /\ <<i, a>> \in finalizes => <<i, ViewOf[a]>> \notin nullifies
        /\ \A b \in Rivals(a):
               /\ ~(<<i, a>> \in notarizes /\ <<i, b>> \in notarizes)
               /\ ~(<<i, a>> \in finalizes /\ <<i, b>> \in finalizes)
               /\ ~(<<i, a>> \in notarizes /\ <<i, b>> \in finalizes)

\* All that must hold at once.
Safety == Agreement /\ Validity /\ NoConflictingNotarization /\ FinalizedNotNullified

\* Every vote has the reason that its rule asks for.
EveryVoteHasItsReason ==
    \A i \in FlatHonest, d \in Digests:
        /\ <<i, d>> \in notarizes => d \in proposed /\ d \in ValidDigests /\ ExtendsNotarized(d)
        /\ <<i, d>> \in finalizes => IsNotarized(d)

(***************************************************************************)
(* Why it is safe, in an invariant that is inductive: a correct validator  *)
(* had a reason for each vote, which does not go away, and none of its     *)
(* votes of a view excludes another.                                       *)
(***************************************************************************)
Inv ==
    /\ proposed \in SUBSET Digests
    /\ notarizes \in SUBSET (FlatHonest \X Digests)
    /\ nullifies \in SUBSET (FlatHonest \X FlatViews)
    /\ finalizes \in SUBSET (FlatHonest \X Digests)
    /\ EveryVoteHasItsReason
    /\ NoHonestEvidence
=============================================================================
