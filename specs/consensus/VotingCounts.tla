---------------------------- MODULE VotingCounts ----------------------------
(***************************************************************************)
(* Voting without names: of each view, how many correct validators cast    *)
(* which votes.  For validators of weight 1.                               *)
(*                                                                         *)
(* What a correct validator may sign in a view depends on what it signed   *)
(* in that view and on the certificates that exist, never on what it, of   *)
(* all validators, signed in another view.  So the names carry nothing     *)
(* that safety needs, and without them there is room for more views and    *)
(* more validators.  Byzantine validators count as having cast every vote, *)
(* and leaders as having proposed every valid block.                       *)
(*                                                                         *)
(* Voting refines this spec (RefinesCounts in MCVotingCounts), so what is  *)
(* safe here is safe there.                                                *)
(***************************************************************************)
EXTENDS Ballots

VARIABLE
    \* cast[v][votes]: how many correct validators cast exactly these votes in view v.
    \* @type: Int -> (Set($certificate) -> Int);
    cast

\* How many validators cast vote c, if all Byzantine ones did.
\* @type: ($certificate) => Int;
Tally(c) ==
    LET \* @type: (Int, Set($certificate)) => Int;
        Plus(sum, votes) == sum + cast[c.view][votes]
    IN  ApaFoldSet(Plus, WeightOf(Byzantine), {votes \in BallotsOf[c.view]: c \in votes})

\* @type: ($certificate) => Bool;
IsCertified(c) == Tally(c) >= QuorumWeight

\* @type: ($block) => Bool;
IsNotarized(b) == IF b = Genesis THEN TRUE ELSE IsCertified(Notarization(b))

\* @type: (Int) => Bool;
IsNullified(v) == IsCertified(Nullification(v))

\* @type: ($block) => Bool;
IsFinalized(b) == IF b = Genesis THEN TRUE ELSE IsCertified(Finalization(b))

\* @type: ($block) => Bool;
ExtendsNotarized(b) ==
    /\ \E a \in Blocks: IsParent(a, b) /\ IsNotarized(a)
    /\ \A v \in Views: b.parentView < v /\ v < b.view => IsNullified(v)

-----------------------------------------------------------------------------
\* One of the correct validators that cast these votes in view v casts c as well.
\* @type: (Int, Set($certificate), $certificate) => Bool;
Cast(v, votes, c) ==
    cast' = [cast EXCEPT ![v] =
                [@ EXCEPT ![votes] = @ - 1, ![votes \union {c}] = @ + 1]]

\* Notarize, as the first vote in its view.
\* @type: ($block) => Bool;
Notarize(b) ==
    /\ cast[b.view][{}] > 0
    /\ ExtendsNotarized(b)
    /\ Cast(b.view, {}, Notarization(b))

\* Nullify, as the first vote in its view or after a notarize.
\* @type: (Int, Set($certificate)) => Bool;
Nullify(v, votes) ==
    /\ \A c \in votes: c.kind = "notarize"
    /\ cast[v][votes] > 0
    /\ Cast(v, votes, Nullification(v))

\* Finalize, as the first vote in its view or after a notarize of the same block.
\* @type: ($block, Set($certificate)) => Bool;
Finalize(b, votes) ==
    /\ votes \subseteq {Notarization(b)}
    /\ cast[b.view][votes] > 0
    /\ IsNotarized(b)
    /\ Cast(b.view, votes, Finalization(b))

Init ==
    cast = [v \in Views |->
               [votes \in BallotsOf[v] |-> IF votes = {} THEN WeightOf(Honest) ELSE 0]]

Next ==
    \E v \in Views:
        \/ \E b \in BlocksOf(v): Notarize(b)
        \/ \E votes \in BallotsOf[v]: Nullify(v, votes)
        \/ \E b \in BlocksOf(v), votes \in BallotsOf[v]: Finalize(b, votes)

Spec == Init /\ [][Next]_cast

-----------------------------------------------------------------------------
(* What must hold while fewer than a third are Byzantine. *)

\* @type: Set($block);
Final == UNION {Ancestors[b]: b \in {c \in Blocks: IsFinalized(c)}}

Agreement == \A a, b \in Final: ~Conflict(a, b)

NoConflictingNotarization ==
    \A a, b \in {c \in Blocks: IsNotarized(c)}: a.view = b.view => a = b

FinalizedNotNullified ==
    \A b \in Blocks \ {Genesis}: IsFinalized(b) => ~IsNullified(b.view)
=============================================================================
