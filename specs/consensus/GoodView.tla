------------------------------ MODULE GoodView ------------------------------
(***************************************************************************)
(* Why Simplex makes progress, by invariants alone.                        *)
(*                                                                         *)
(* After the network has become good there is a view, Good, with a correct *)
(* leader, in which nobody's timer fires before it would have ended.       *)
(* Every step of a correct validator but a restart adds something that     *)
(* stays (Grows), and in each view there is only so much to add.  So a     *)
(* time comes when nothing is left that a correct validator must do        *)
(* (Stuck).  Then every correct validator holds the finalization of the    *)
(* block of Good (StuckIsDecided): progress has become an invariant.       *)
(*                                                                         *)
(* The invariant is inductive, and a restart is a step.  So nothing is     *)
(* asked of what went before: messages may have been lost or late, and     *)
(* any correct validator may have crashed any number of times.             *)
(*                                                                         *)
(* The data is flat, as in VotingFlat.  A step here asks for no more than  *)
(* Simplex does when the vote is written (RefinesGoodView in MCLiveness):  *)
(* what a validator held and where it was when it signed it may have       *)
(* passed by then.  What must be done (the Must... operators) asks for all *)
(* that Simplex does.                                                      *)
(*                                                                         *)
(* The manner is that of the argument for TetraBFT by G. Losa and others.  *)
(***************************************************************************)
EXTENDS Integers

CONSTANTS
    \* @type: Set(VALIDATOR);
    FlatHonest,
    \* @type: Set(VALIDATOR);
    FlatByzantine,
    \* The quorums, or at least those that are in each quorum.
    \* @type: Set(Set(VALIDATOR));
    FlatQuorums,
    \* From 1 on, without a gap.
    \* @type: Set(Int);
    FlatViews,
    \* The digest of the block that every validator starts from.
    \* @type: DIGEST;
    Root,
    \* The digests of all other blocks.
    \* @type: Set(DIGEST);
    Digests,
    \* @type: DIGEST -> Int;
    ViewOf,
    \* @type: DIGEST -> DIGEST;
    ParentOf,
    \* The views between a block and its parent.
    \* @type: DIGEST -> Set(Int);
    SkippedBy,
    \* The view in which no timer fires.
    \* @type: Int;
    Good,
    \* Its leader, a correct one.
    \* @type: VALIDATOR;
    GoodLeader

VARIABLES
    \* What leaders proposed.
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
    finalizes,
    \* The views that correct validators are in.
    \* @type: VALIDATOR -> Int;
    inView,
    \* The certificates that correct validators hold.
    \* @type: Set(<<VALIDATOR, DIGEST>>);
    holdsNotarized,
    \* @type: Set(<<VALIDATOR, Int>>);
    holdsNullified,
    \* @type: Set(<<VALIDATOR, DIGEST>>);
    holdsFinalized

votes == <<proposed, notarizes, nullifies, finalizes>>
held == <<holdsNotarized, holdsNullified, holdsFinalized>>
goodViewVars == <<votes, inView, held>>

-----------------------------------------------------------------------------
(* What has been signed by a quorum. *)

\* @type: (DIGEST) => Bool;
IsNotarized(d) ==
    IF d = Root THEN TRUE ELSE \E quorum \in FlatQuorums: \A i \in quorum: <<i, d>> \in notarizes

\* @type: (Int) => Bool;
IsNullified(v) == \E quorum \in FlatQuorums: \A i \in quorum: <<i, v>> \in nullifies

\* @type: (DIGEST) => Bool;
IsFinalized(d) == \E quorum \in FlatQuorums: \A i \in quorum: <<i, d>> \in finalizes

\* Could anyone show that view v has ended?
\* @type: (Int) => Bool;
IsOver(v) ==
    IF v = 0 THEN TRUE
    ELSE \/ IsNullified(v)
         \/ \E d \in Digests: ViewOf[d] = v /\ (IsNotarized(d) \/ IsFinalized(d))

(* What a correct validator holds and has signed. *)

\* @type: (VALIDATOR, DIGEST) => Bool;
HoldsNotarization(i, d) == IF d = Root THEN TRUE ELSE <<i, d>> \in holdsNotarized

\* @type: (VALIDATOR, Int) => Bool;
CanShow(i, v) ==
    IF v = 0 THEN TRUE
    ELSE \/ <<i, v>> \in holdsNullified
         \/ \E d \in Digests:
                ViewOf[d] = v /\ (<<i, d>> \in holdsNotarized \/ <<i, d>> \in holdsFinalized)

\* @type: (VALIDATOR, DIGEST) => Bool;
ExtendsHeld(i, d) ==
    /\ HoldsNotarization(i, ParentOf[d])
    /\ \A v \in SkippedBy[d]: <<i, v>> \in holdsNullified

\* The view of the parent of d.
\* @type: (DIGEST) => Int;
ParentView(d) == IF ParentOf[d] = Root THEN 0 ELSE ViewOf[ParentOf[d]]

\* @type: (VALIDATOR, Int) => Bool;
HasNotarized(i, v) == \E d \in Digests: ViewOf[d] = v /\ <<i, d>> \in notarizes

\* @type: (VALIDATOR, Int) => Bool;
HasFinalized(i, v) == \E d \in Digests: ViewOf[d] = v /\ <<i, d>> \in finalizes

-----------------------------------------------------------------------------
(***************************************************************************)
(* A correct validator learns that a quorum signed the same vote.          *)
(***************************************************************************)
\* @type: (VALIDATOR, DIGEST) => Bool;
MustHoldNotarization(i, d) == <<i, d>> \notin holdsNotarized /\ IsNotarized(d)

\* @type: (VALIDATOR, DIGEST) => Bool;
HoldNotarization(i, d) ==
    /\ MustHoldNotarization(i, d)
    /\ holdsNotarized' = holdsNotarized \union {<<i, d>>}
    /\ UNCHANGED <<votes, inView, holdsNullified, holdsFinalized>>

\* @type: (VALIDATOR, Int) => Bool;
MustHoldNullification(i, v) == <<i, v>> \notin holdsNullified /\ IsNullified(v)

\* @type: (VALIDATOR, Int) => Bool;
HoldNullification(i, v) ==
    /\ MustHoldNullification(i, v)
    /\ holdsNullified' = holdsNullified \union {<<i, v>>}
    /\ UNCHANGED <<votes, inView, holdsNotarized, holdsFinalized>>

\* @type: (VALIDATOR, DIGEST) => Bool;
MustHoldFinalization(i, d) == <<i, d>> \notin holdsFinalized /\ IsFinalized(d)

\* @type: (VALIDATOR, DIGEST) => Bool;
HoldFinalization(i, d) ==
    /\ MustHoldFinalization(i, d)
    /\ holdsFinalized' = holdsFinalized \union {<<i, d>>}
    /\ UNCHANGED <<votes, inView, holdsNotarized, holdsNullified>>

(***************************************************************************)
(* A correct validator moves on to a view when it can show that the one    *)
(* before is over.                                                         *)
(***************************************************************************)
\* @type: (VALIDATOR, Int) => Bool;
MustEnterView(i, v) == inView[i] < v /\ CanShow(i, v - 1)

\* @type: (VALIDATOR, Int) => Bool;
EnterView(i, v) ==
    /\ MustEnterView(i, v)
    /\ inView' = [inView EXCEPT ![i] = v]
    /\ UNCHANGED <<votes, held>>

(***************************************************************************)
(* The leader of Good proposes one block in it, on a parent that the       *)
(* parent rule allows; when it signs, on the highest that it knows of.     *)
(***************************************************************************)
\* @type: (DIGEST) => Bool;
CanPropose(d) ==
    /\ ViewOf[d] = Good
    /\ Good <= inView[GoodLeader]
    /\ \A e \in proposed: ViewOf[e] /= Good
    /\ ExtendsHeld(GoodLeader, d)

\* @type: (DIGEST) => Bool;
MustPropose(d) ==
    /\ CanPropose(d)
    /\ Good = inView[GoodLeader]
    /\ <<GoodLeader, Good>> \notin nullifies
    /\ \A e \in Digests:
           <<GoodLeader, e>> \in holdsNotarized /\ ViewOf[e] < Good => ViewOf[e] <= ParentView(d)

\* @type: (DIGEST) => Bool;
Propose(d) ==
    /\ CanPropose(d)
    /\ proposed' = proposed \union {d}
    /\ UNCHANGED <<notarizes, nullifies, finalizes, inView, held>>

(***************************************************************************)
(* In other views anybody may lead, and proposes what it likes, or         *)
(* nothing.                                                                *)
(***************************************************************************)
\* @type: (DIGEST) => Bool;
ProposeElsewhere(d) ==
    /\ ViewOf[d] /= Good
    /\ d \notin proposed
    /\ proposed' = proposed \union {d}
    /\ UNCHANGED <<notarizes, nullifies, finalizes, inView, held>>

(***************************************************************************)
(* A correct validator votes to notarize what was proposed.                *)
(***************************************************************************)
\* @type: (VALIDATOR, DIGEST) => Bool;
CanNotarize(i, d) ==
    /\ d \in proposed
    /\ ViewOf[d] <= inView[i]
    /\ ~HasNotarized(i, ViewOf[d])
    /\ ~HasFinalized(i, ViewOf[d])
    /\ <<i, ViewOf[d]>> \notin nullifies
    /\ ExtendsHeld(i, d)

\* @type: (VALIDATOR, DIGEST) => Bool;
MustNotarize(i, d) ==
    /\ CanNotarize(i, d)
    /\ ViewOf[d] = inView[i]
    /\ \A e \in Digests: <<i, e>> \in holdsFinalized => ViewOf[e] <= ParentView(d)

\* @type: (VALIDATOR, DIGEST) => Bool;
Notarize(i, d) ==
    /\ CanNotarize(i, d)
    /\ notarizes' = notarizes \union {<<i, d>>}
    /\ UNCHANGED <<proposed, nullifies, finalizes, inView, held>>

(***************************************************************************)
(* A correct validator gives up a view, which is not Good.                 *)
(***************************************************************************)
\* @type: (VALIDATOR, Int) => Bool;
CanNullify(i, v) ==
    /\ v /= Good
    /\ v <= inView[i]
    /\ <<i, v>> \notin nullifies
    /\ ~HasFinalized(i, v)

\* @type: (VALIDATOR, Int) => Bool;
MustNullify(i, v) == CanNullify(i, v) /\ v = inView[i]

\* @type: (VALIDATOR, Int) => Bool;
Nullify(i, v) ==
    /\ CanNullify(i, v)
    /\ nullifies' = nullifies \union {<<i, v>>}
    /\ UNCHANGED <<proposed, notarizes, finalizes, inView, held>>

(***************************************************************************)
(* A correct validator that holds the notarization of a block votes to     *)
(* finalize it.                                                            *)
(***************************************************************************)
\* @type: (VALIDATOR, DIGEST) => Bool;
MustFinalize(i, d) ==
    /\ <<i, d>> \in holdsNotarized
    /\ <<i, ViewOf[d]>> \notin nullifies
    /\ ~HasFinalized(i, ViewOf[d])
    /\ \A e \in Digests: ViewOf[e] = ViewOf[d] /\ <<i, e>> \in notarizes => e = d

\* @type: (VALIDATOR, DIGEST) => Bool;
Finalize(i, d) ==
    /\ MustFinalize(i, d)
    /\ finalizes' = finalizes \union {<<i, d>>}
    /\ UNCHANGED <<proposed, notarizes, nullifies, inView, held>>

(***************************************************************************)
(* A correct validator crashes and comes back with some of its             *)
(* certificates.  What it signed stays.                                    *)
(***************************************************************************)
\* @type: (VALIDATOR, Set(DIGEST), Set(Int), Set(DIGEST)) => Bool;
Restart(i, notarized, nullified, finalized) ==
    /\ inView' = [inView EXCEPT ![i] = 1]
    /\ holdsNotarized' = {h \in holdsNotarized: h[1] /= i \/ h[2] \in notarized}
    /\ holdsNullified' = {h \in holdsNullified: h[1] /= i \/ h[2] \in nullified}
    /\ holdsFinalized' = {h \in holdsFinalized: h[1] /= i \/ h[2] \in finalized}
    /\ UNCHANGED votes

(***************************************************************************)
(* A Byzantine validator votes as it likes.                                *)
(***************************************************************************)
\* @type: (VALIDATOR, DIGEST) => Bool;
ByzantineNotarize(i, d) ==
    /\ <<i, d>> \notin notarizes
    /\ notarizes' = notarizes \union {<<i, d>>}
    /\ UNCHANGED <<proposed, nullifies, finalizes, inView, held>>

\* @type: (VALIDATOR, Int) => Bool;
ByzantineNullify(i, v) ==
    /\ <<i, v>> \notin nullifies
    /\ nullifies' = nullifies \union {<<i, v>>}
    /\ UNCHANGED <<proposed, notarizes, finalizes, inView, held>>

\* @type: (VALIDATOR, DIGEST) => Bool;
ByzantineFinalize(i, d) ==
    /\ <<i, d>> \notin finalizes
    /\ finalizes' = finalizes \union {<<i, d>>}
    /\ UNCHANGED <<proposed, notarizes, nullifies, inView, held>>

-----------------------------------------------------------------------------
Init ==
    /\ proposed = {}
    /\ notarizes = {}
    /\ nullifies = {}
    /\ finalizes = {}
    /\ inView = [i \in FlatHonest |-> 1]
    /\ holdsNotarized = {}
    /\ holdsNullified = {}
    /\ holdsFinalized = {}

\* All steps but restarts.
NextUp ==
    \/ \E i \in FlatHonest, d \in Digests: HoldNotarization(i, d)
    \/ \E i \in FlatHonest, v \in FlatViews: HoldNullification(i, v)
    \/ \E i \in FlatHonest, d \in Digests: HoldFinalization(i, d)
    \/ \E i \in FlatHonest, v \in FlatViews: EnterView(i, v)
    \/ \E d \in Digests: Propose(d)
    \/ \E d \in Digests: ProposeElsewhere(d)
    \/ \E i \in FlatHonest, d \in Digests: Notarize(i, d)
    \/ \E i \in FlatHonest, v \in FlatViews: Nullify(i, v)
    \/ \E i \in FlatHonest, d \in Digests: Finalize(i, d)
    \/ \E i \in FlatByzantine, d \in Digests: ByzantineNotarize(i, d)
    \/ \E i \in FlatByzantine, v \in FlatViews: ByzantineNullify(i, v)
    \/ \E i \in FlatByzantine, d \in Digests: ByzantineFinalize(i, d)

Next ==
    \/ NextUp
    \/ \E i \in FlatHonest:
           \E notarized \in SUBSET Digests, nullified \in SUBSET FlatViews,
              finalized \in SUBSET Digests: Restart(i, notarized, nullified, finalized)

Spec == Init /\ [][Next]_goodViewVars

-----------------------------------------------------------------------------
\* @type: (DIGEST) => Bool;
ExtendsNotarized(d) == IsNotarized(ParentOf[d]) /\ \A v \in SkippedBy[d]: IsNullified(v)

HeldIsSigned ==
    /\ \A i \in FlatHonest, d \in Digests: <<i, d>> \in holdsNotarized => IsNotarized(d)
    /\ \A i \in FlatHonest, v \in FlatViews: <<i, v>> \in holdsNullified => IsNullified(v)
    /\ \A i \in FlatHonest, d \in Digests: <<i, d>> \in holdsFinalized => IsFinalized(d)

\* Nobody correct has been or voted where the view before isn't over.
ViewsAreReached ==
    \A i \in FlatHonest:
        /\ IsOver(inView[i] - 1)
        /\ \A d \in Digests: <<i, d>> \in notarizes => IsOver(ViewOf[d] - 1)
        /\ \A v \in FlatViews: <<i, v>> \in nullifies => IsOver(v - 1)

\* Votes of correct validators have the reasons that their rules ask for.
VotesHaveReasons ==
    \A i \in FlatHonest, d \in Digests:
        /\ <<i, d>> \in notarizes => d \in proposed
        /\ <<i, d>> \in finalizes => IsNotarized(d) /\ <<i, ViewOf[d]>> \notin nullifies

\* Nobody correct gives up Good.
PatientInGood == \A i \in FlatHonest: <<i, Good>> \notin nullifies

\* There is one proposal in Good, and it extends what is notarized.
GoodProposal ==
    \A d \in proposed: ViewOf[d] = Good =>
        /\ ExtendsNotarized(d)
        /\ \A e \in proposed: ViewOf[e] = Good => e = d

Types ==
    /\ proposed \in SUBSET Digests
    /\ notarizes \in SUBSET ((FlatHonest \union FlatByzantine) \X Digests)
    /\ nullifies \in SUBSET ((FlatHonest \union FlatByzantine) \X FlatViews)
    /\ finalizes \in SUBSET ((FlatHonest \union FlatByzantine) \X Digests)
    /\ inView \in [FlatHonest -> FlatViews]
    /\ holdsNotarized \in SUBSET (FlatHonest \X Digests)
    /\ holdsNullified \in SUBSET (FlatHonest \X FlatViews)
    /\ holdsFinalized \in SUBSET (FlatHonest \X Digests)

Inv ==
    /\ Types
    /\ HeldIsSigned
    /\ ViewsAreReached
    /\ VotesHaveReasons
    /\ PatientInGood
    /\ GoodProposal

-----------------------------------------------------------------------------
(***************************************************************************)
(* Nothing is left that a correct validator must do.  (In views other than *)
(* Good nobody need propose, notarize or finalize.)                        *)
(***************************************************************************)
Stuck ==
    /\ \A i \in FlatHonest:
           /\ \A d \in Digests: ~MustHoldNotarization(i, d) /\ ~MustHoldFinalization(i, d)
           /\ \A v \in FlatViews:
                  ~MustHoldNullification(i, v) /\ ~MustEnterView(i, v) /\ ~MustNullify(i, v)
           /\ \A d \in Digests: ViewOf[d] = Good => ~MustNotarize(i, d) /\ ~MustFinalize(i, d)
    /\ \A d \in Digests: ViewOf[d] = Good => ~MustPropose(d)

\* Every correct validator holds the finalization of the block of Good.
Decided ==
    \E d \in Digests:
        ViewOf[d] = Good /\ \A i \in FlatHonest: <<i, d>> \in holdsFinalized

StuckIsDecided == Stuck => Decided

\* Something is added by each step, and nothing is taken away.
Grows ==
    /\ proposed \subseteq proposed'
    /\ notarizes \subseteq notarizes'
    /\ nullifies \subseteq nullifies'
    /\ finalizes \subseteq finalizes'
    /\ \A i \in FlatHonest: inView[i] <= inView'[i]
    /\ holdsNotarized \subseteq holdsNotarized'
    /\ holdsNullified \subseteq holdsNullified'
    /\ holdsFinalized \subseteq holdsFinalized'
    /\ \/ \E d \in Digests: d \in proposed' /\ d \notin proposed
       \/ notarizes' /= notarizes
       \/ nullifies' /= nullifies
       \/ finalizes' /= finalizes
       \/ \E i \in FlatHonest: inView[i] < inView'[i]
       \/ holdsNotarized' /= holdsNotarized
       \/ holdsNullified' /= holdsNullified
       \/ holdsFinalized' /= holdsFinalized
=============================================================================
