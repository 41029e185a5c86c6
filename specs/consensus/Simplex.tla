------------------------------- MODULE Simplex ------------------------------
(***************************************************************************)
(* The protocol as a validator runs it: it is in a view, acts on the       *)
(* certificates that it holds, writes what it signs to stable storage      *)
(* before it sends it, commits what is final, crashes, and comes back with *)
(* what was written.                                                       *)
(*                                                                         *)
(* Every action is one step of one validator, is one transition of the     *)
(* Java core, and is one event of a trace.  Runs of the Java code are      *)
(* validated against these very actions.                                   *)
(*                                                                         *)
(* Timers are not modelled: a timer may fire at any time, so a correct     *)
(* validator may give up its current view at any time.  Delivery is not    *)
(* modelled either: a validator holds a certificate once it has learnt     *)
(* enough of the signed messages, whenever that is.                        *)
(***************************************************************************)
EXTENDS Evidence, Sequences

CONSTANT
    \* The validator that proposes in each view.
    \* @type: Int -> VALIDATOR;
    Leader

VARIABLES
    \* Every signed message that its signer has made durable and may have sent,
    \* and every message that a Byzantine validator has sent.
    \* @type: Set($message);
    messages,
    \* The correct validators that are running.
    \* @type: Set(VALIDATOR);
    up,
    \* The current view.  Volatile.
    \* @type: VALIDATOR -> Int;
    view,
    \* The certificates that a validator holds.  A crash may lose any of them.
    \* @type: VALIDATOR -> Set($certificate);
    certificates,
    \* What a validator has signed and not yet written, in order.  Volatile.
    \* @type: VALIDATOR -> Seq($message);
    pending,
    \* What a validator has signed and written.
    \* @type: VALIDATOR -> Set($message);
    durable,
    \* The last block that a validator committed.
    \* @type: VALIDATOR -> $block;
    committed

vars == <<messages, up, view, certificates, pending, durable, committed>>

\* @type: Set($certificate);
GenesisCertificates == {Notarization(Genesis), Finalization(Genesis)}

-----------------------------------------------------------------------------
(* What a validator knows. *)

\* All that i remembers to have signed.
\* @type: (VALIDATOR) => Set($message);
Signed(i) == durable[i] \union {pending[i][k]: k \in DOMAIN pending[i]}

\* @type: (VALIDATOR, Int, Str) => Bool;
HasSigned(i, v, kind) == \E m \in Signed(i): m.view = v /\ m.kind = kind

\* @type: (VALIDATOR, $certificate) => Bool;
Holds(i, c) == c \in certificates[i]

\* The parent rule, from the certificates that i holds.
\* @type: (VALIDATOR, $block) => Bool;
ExtendsNotarized(i, b) ==
    /\ \E c \in certificates[i]: c.kind = "notarize" /\ IsParent(c.block, b)
    /\ \A v \in (b.parentView + 1) .. (b.view - 1): Holds(i, Nullification(v))

\* Does i know a block of a view later than v to be final?
\* @type: (VALIDATOR, Int) => Bool;
IsBelowFinalized(i, v) == \E c \in certificates[i]: c.kind = "finalize" /\ v < c.view

\* i signs m: it will be written, and sent once it is.
\* @type: (VALIDATOR, $message) => Bool;
Sign(i, m) ==
    /\ pending' = [pending EXCEPT ![i] = Append(@, m)]
    /\ UNCHANGED <<messages, up, view, certificates, durable, committed>>

-----------------------------------------------------------------------------
(***************************************************************************)
(* A validator learns that enough others signed the same vote, from their  *)
(* votes one by one or from a certificate that somebody sent.  Its own     *)
(* vote counts once it is durable.                                         *)
(***************************************************************************)
\* @type: (VALIDATOR, $certificate, Set(VALIDATOR)) => Bool;
CanHoldCertificate(i, c, signers) ==
    /\ i \in up
    /\ ~Holds(i, c)
    /\ IsCertificate(c, signers, messages)

\* @type: (VALIDATOR, $certificate, Set(VALIDATOR)) => Bool;
HoldCertificate(i, c, signers) ==
    /\ CanHoldCertificate(i, c, signers)
    /\ certificates' = [certificates EXCEPT ![i] = @ \union {c}]
    /\ UNCHANGED <<messages, up, view, pending, durable, committed>>

(***************************************************************************)
(* A validator moves on to a later view v when it can show that v-1 is     *)
(* over: notarized or nullified, or a block of v-1 is final.  A            *)
(* finalization lets a validator that lags skip ahead.                     *)
(***************************************************************************)
\* @type: (VALIDATOR, Int) => Bool;
CanEnterView(i, v) ==
    /\ i \in up
    /\ v \in Views
    /\ view[i] < v
    /\ v - 1 \in {c.view: c \in certificates[i]}

\* @type: (VALIDATOR, Int) => Bool;
EnterView(i, v) ==
    /\ CanEnterView(i, v)
    /\ view' = [view EXCEPT ![i] = v]
    /\ UNCHANGED <<messages, up, certificates, pending, durable, committed>>

(***************************************************************************)
(* The leader of its current view proposes one valid block, on the highest *)
(* notarized block that the parent rule allows.  It remembers across       *)
(* crashes that it did, and never proposes a second one.                   *)
(***************************************************************************)
\* @type: (VALIDATOR, $block) => Bool;
CanPropose(i, b) ==
    /\ i \in up
    /\ b.view = view[i]
    /\ i = Leader[b.view]
    /\ b.valid
    /\ ~HasSigned(i, b.view, "propose")
    /\ ~HasSigned(i, b.view, "nullify")
    /\ ExtendsNotarized(i, b)
    /\ \A c \in certificates[i]:
           c.kind = "notarize" /\ c.view < b.view => c.view <= b.parentView

\* @type: (VALIDATOR, $block) => Bool;
Propose(i, b) ==
    /\ CanPropose(i, b)
    /\ Sign(i, Proposal(i, b))

(***************************************************************************)
(* A validator votes to notarize the leader's proposal for the current     *)
(* view: one valid block, and none after it gave up the view or voted to   *)
(* finalize in it.                                                         *)
(***************************************************************************)
\* @type: (VALIDATOR, $block) => Bool;
CanNotarize(i, b) ==
    /\ i \in up
    /\ b.view = view[i]
    /\ Proposal(Leader[b.view], b) \in messages
    /\ b.valid
    /\ ~HasSigned(i, b.view, "notarize")
    /\ ~HasSigned(i, b.view, "nullify")
    /\ ~HasSigned(i, b.view, "finalize")
    /\ ExtendsNotarized(i, b)
    /\ ~IsBelowFinalized(i, b.parentView)

\* @type: (VALIDATOR, $block) => Bool;
Notarize(i, b) ==
    /\ CanNotarize(i, b)
    /\ Sign(i, NotarizeVote(i, b))

(***************************************************************************)
(* A validator gives up its current view: a timer fired, the proposal is   *)
(* invalid, or the leader gave up.  It may have voted to notarize, but not *)
(* to finalize.                                                            *)
(***************************************************************************)
\* @type: (VALIDATOR, Int) => Bool;
CanNullify(i, v) ==
    /\ i \in up
    /\ v = view[i]
    /\ ~HasSigned(i, v, "nullify")
    /\ ~HasSigned(i, v, "finalize")

\* @type: (VALIDATOR, Int) => Bool;
Nullify(i, v) ==
    /\ CanNullify(i, v)
    /\ Sign(i, NullifyVote(i, v))

(***************************************************************************)
(* A validator that holds the notarization of b votes to finalize b, in    *)
(* the current view or an earlier one, unless it gave up that view or      *)
(* voted to notarize another block there.                                  *)
(***************************************************************************)
\* @type: (VALIDATOR, $block) => Bool;
CanFinalize(i, b) ==
    /\ i \in up
    /\ b.view > 0
    /\ Holds(i, Notarization(b))
    /\ ~HasSigned(i, b.view, "nullify")
    /\ ~HasSigned(i, b.view, "finalize")
    /\ \A m \in Signed(i): m.kind = "notarize" /\ m.view = b.view => m.block = b

\* @type: (VALIDATOR, $block) => Bool;
Finalize(i, b) ==
    /\ CanFinalize(i, b)
    /\ Sign(i, FinalizeVote(i, b))

(***************************************************************************)
(* The oldest signed message that is not yet written is written.  From now *)
(* on it may be sent, and is never forgotten.                              *)
(***************************************************************************)
\* @type: (VALIDATOR) => Bool;
CanPersist(i) ==
    /\ i \in up
    /\ pending[i] /= <<>>

\* @type: (VALIDATOR) => Bool;
Persist(i) ==
    /\ CanPersist(i)
    /\ durable' = [durable EXCEPT ![i] = @ \union {Head(pending[i])}]
    /\ messages' = messages \union {Head(pending[i])}
    /\ pending' = [pending EXCEPT ![i] = Tail(@)]
    /\ UNCHANGED <<up, view, certificates, committed>>

(***************************************************************************)
(* The last block of the path is known to be final, and the path leads to  *)
(* it from the block committed last: all of it is committed, in order.     *)
(***************************************************************************)
\* @type: (VALIDATOR, Seq($block)) => Bool;
CanCommit(i, path) ==
    /\ i \in up
    /\ path /= <<>>
    /\ IsParent(committed[i], path[1])
    /\ \A k \in DOMAIN path \ {1}: IsParent(path[k - 1], path[k])
    /\ Holds(i, Finalization(path[Len(path)]))

\* @type: (VALIDATOR, Seq($block)) => Bool;
Commit(i, path) ==
    /\ CanCommit(i, path)
    /\ committed' = [committed EXCEPT ![i] = path[Len(path)]]
    /\ UNCHANGED <<messages, up, view, certificates, pending, durable>>

(***************************************************************************)
(* A validator stops.  What was not written is lost.                       *)
(***************************************************************************)
\* @type: (VALIDATOR) => Bool;
CanCrash(i) == i \in up

\* @type: (VALIDATOR) => Bool;
Crash(i) ==
    /\ CanCrash(i)
    /\ up' = up \ {i}
    /\ view' = [view EXCEPT ![i] = 0]
    /\ pending' = [pending EXCEPT ![i] = <<>>]
    /\ UNCHANGED <<messages, certificates, durable, committed>>

(***************************************************************************)
(* A validator comes back.  All that it ever sent is on stable storage; of *)
(* the certificates and commits, whatever had been written: the            *)
(* certificates kept, and the commits up to tip, the last one whose        *)
(* finalization was kept.  It begins in view 1 and moves on from there by  *)
(* the certificates that it holds.                                         *)
(***************************************************************************)
\* @type: (VALIDATOR, Set($certificate), $block) => Bool;
CanRestart(i, kept, tip) ==
    /\ i \in Honest \ up
    /\ GenesisCertificates \subseteq kept
    /\ kept \subseteq certificates[i]
    /\ Finalization(tip) \in kept
    /\ tip.view <= committed[i].view

\* @type: (VALIDATOR, Set($certificate), $block) => Bool;
Restart(i, kept, tip) ==
    /\ CanRestart(i, kept, tip)
    /\ up' = up \union {i}
    /\ view' = [view EXCEPT ![i] = 1]
    /\ certificates' = [certificates EXCEPT ![i] = kept]
    /\ committed' = [committed EXCEPT ![i] = tip]
    /\ UNCHANGED <<messages, pending, durable>>

(***************************************************************************)
(* A Byzantine validator signs and sends anything, in its own name only.   *)
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
    /\ UNCHANGED <<up, view, certificates, pending, durable, committed>>

-----------------------------------------------------------------------------
\* Everything that Byzantine validators can sign.
\* @type: Set($message);
ByzantineMessages ==
    UNION {{Proposal(i, b), NotarizeVote(i, b), FinalizeVote(i, b)}:
               i \in Byzantine, b \in Blocks \ {Genesis}}
    \union {NullifyVote(i, v): i \in Byzantine, v \in Views}

\* @type: Set($certificate);
AllCertificates ==
    UNION {{Notarization(b), Finalization(b)}: b \in Blocks \ {Genesis}}
    \union {Nullification(v): v \in Views}

(***************************************************************************)
(* The ways down the tree of blocks: all sequences of blocks in which each *)
(* is the parent of the next.  Each round of the fold makes them longer.   *)
(***************************************************************************)
\* @type: Set(Seq($block));
Paths ==
    LET \* @type: (Set(Seq($block)), Int) => Set(Seq($block));
        Longer(paths, v) ==
            paths \union UNION {{Append(p, b): b \in {c \in Blocks: IsParent(p[Len(p)], c)}}:
                                  p \in paths}
    IN  ApaFoldSet(Longer, {<<b>>: b \in Blocks \ {Genesis}}, Views)

\* Every correct validator is new.
AllFresh ==
    /\ up = Honest
    /\ view = [i \in Honest |-> 1]
    /\ certificates = [i \in Honest |-> GenesisCertificates]
    /\ pending = [i \in Honest |-> <<>>]
    /\ durable = [i \in Honest |-> {}]
    /\ committed = [i \in Honest |-> Genesis]

Init ==
    /\ messages = {}
    /\ AllFresh

\* (Whatever signers can be found, all that voted will do as well.)
Next ==
    \/ \E i \in Honest, c \in AllCertificates: HoldCertificate(i, c, Voters(c, messages))
    \/ \E i \in Honest, v \in Views: EnterView(i, v)
    \/ \E i \in Honest, b \in Blocks: Propose(i, b)
    \/ \E i \in Honest, b \in Blocks: Notarize(i, b)
    \/ \E i \in Honest, v \in Views: Nullify(i, v)
    \/ \E i \in Honest, b \in Blocks: Finalize(i, b)
    \/ \E i \in Honest: Persist(i)
    \/ \E i \in Honest, path \in Paths: Commit(i, path)
    \/ \E i \in Honest: Crash(i)
    \/ \E i \in Honest: \E kept \in SUBSET certificates[i]:
           \E c \in kept: c.kind = "finalize" /\ Restart(i, kept, c.block)
    \/ \E m \in ByzantineMessages: ByzantineSend(m)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* Properties.  Those of Voting hold too, through the refinement. *)

\* No message of a correct validator is out that its stable storage does not have.
DurableVotes == \A m \in messages: m.signer \in Honest => m \in durable[m.signer]

\* What a validator holds or committed is backed by signed messages.
CertificatesAreBacked ==
    \A i \in Honest: \A c \in certificates[i] \ GenesisCertificates: Certified(c, messages)

VotingLevel == INSTANCE Voting
RefinesVoting == VotingLevel!Spec
Agreement == VotingLevel!Agreement
Validity == VotingLevel!Validity
NoConflictingNotarization == VotingLevel!NoConflictingNotarization
FinalizedNotNullified == VotingLevel!FinalizedNotNullified
NoHonestEvidence == VotingLevel!NoHonestEvidence

\* Only what is final is committed, by whomever.
CommittedIsFinal == \A i \in Honest: committed[i] \in VotingLevel!Final

(***************************************************************************)
(* A correct leader skips no block that it knows to be notarized.  Safety  *)
(* does not need this: Voting allows every parent that the parent rule     *)
(* does.  It keeps what a quorum has voted for in the chain.               *)
(***************************************************************************)
ProposesOnHighest ==
    [][\A i \in Honest: \A m \in Signed(i)' \ Signed(i): m.kind = "propose" =>
          \A c \in certificates[i]:
              c.kind = "notarize" /\ c.view < m.view => c.view <= m.block.parentView]_vars

\* Committed blocks form one chain: the abstract spec's final blocks.
RefinesAgreement == VotingLevel!RefinesAgreement
=============================================================================
