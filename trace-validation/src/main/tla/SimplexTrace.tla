---------------------------- MODULE SimplexTrace ----------------------------
(***************************************************************************)
(* Is a recorded run of the implementation a behaviour of Simplex?         *)
(*                                                                         *)
(* The trace is a sequence of events.  An event names a node, an action,   *)
(* all arguments of the action, and the node's variables after it.  Each   *)
(* event must be a step of the action of that name in Simplex itself, with *)
(* these arguments and this outcome.  There is nothing to search for: one  *)
(* event is one step, and the states are one more than the events.         *)
(*                                                                         *)
(* A trace knows more than Simplex does: which messages a node received.   *)
(* So a node is held to act on what it received, and not merely on what    *)
(* somebody signed.                                                        *)
(*                                                                         *)
(* For whoever changes this module: TLC takes a disjunction or an \E that  *)
(* stands in an action for a choice between steps.  Guards that need one   *)
(* are operators on unprimed variables, used as values.                    *)
(***************************************************************************)
EXTENDS Simplex, TLC, Election

CONSTANT
    \* How many views below the last committed block are remembered at least.
    \* @type: Int;
    Window

VARIABLES
    \* received[i] is what i received from others since it last started.
    \* @type: VALIDATOR -> Set($message);
    received,
    \* proposals[i] are the proposals that i ever received.  It may have
    \* written them, and so may know them after a crash.
    \* @type: VALIDATOR -> Set($message);
    proposals,
    \* What anybody committed.
    \* @type: Set($block);
    chain,
    \* What is known of views up to this one has been forgotten.
    \* @type: Int;
    floor

history == <<received, proposals, chain, floor>>

-----------------------------------------------------------------------------
(* What a validator learnt, beyond what Simplex says of it. *)

\* The votes of s that count for i: what it received, and its own once written.
\* @type: (VALIDATOR, VALIDATOR) => Set($message);
Known(i, s) == IF s = i THEN durable[i] ELSE received[i]

\* i can show the votes of the signers for c.
\* @type: (VALIDATOR, $certificate, Set(VALIDATOR)) => Bool;
KnowsVotes(i, c, signers) ==
    \A s \in signers: VoteFor(s, c) \in Known(i, s)

\* i knows the proposal of b by the leader of b's view.
\* @type: (VALIDATOR, $block) => Bool;
KnowsProposal(i, b) ==
    Proposal(Leader[b.view], b) \in (IF Leader[b.view] = i THEN durable[i] ELSE proposals[i])

\* The proposals for view v that i received from v's leader since it started.
\* @type: (VALIDATOR, Int) => Set($message);
ProposalsReceived(i, v) ==
    {m \in received[i]: m.kind = "propose" /\ m.view = v /\ m.signer = Leader[v]}

\* i did not see the leader of v propose two blocks.
\* @type: (VALIDATOR, Int) => Bool;
SawNoEquivocation(i, v) ==
    \A m \in ProposalsReceived(i, v): \A n \in ProposalsReceived(i, v): m = n

\* Nobody committed another child of the same parent.
\* @type: (Seq($block)) => Bool;
ForksNothing(path) ==
    \A k \in DOMAIN path: \A b \in chain: b.parent = path[k].parent => b = path[k]

-----------------------------------------------------------------------------
(***************************************************************************)
(* i accepts a message of another validator, for the first time since it   *)
(* started.  A correct signer wrote it before.  A Byzantine signer leaves  *)
(* no record of what it sends, so it is taken to have sent the message now *)
(* if nobody received it before.                                           *)
(***************************************************************************)
\* @type: (VALIDATOR, $message) => Bool;
CanReceive(i, m) ==
    /\ i \in up
    /\ m.signer /= i
    /\ m \notin received[i]
    /\ m.kind /= "nullify" => IsWellFormed(m.block)
    /\ m.signer \in Honest => m \in messages

\* @type: (VALIDATOR, $message) => Bool;
Receive(i, m) ==
    /\ CanReceive(i, m)
    /\ IF m \in messages THEN UNCHANGED vars ELSE ByzantineSend(m)
    /\ received' = [received EXCEPT ![i] = @ \union {m}]
    /\ proposals' = [proposals EXCEPT ![i] = IF m.kind = "propose" THEN @ \union {m} ELSE @]
    /\ UNCHANGED <<chain, floor>>

\* @type: ({node: VALIDATOR, args: {message: $message}}) => Bool;
IsReceive(e) == Receive(e.node, e.args.message)

(***************************************************************************)
(* The steps of Simplex, each as an event has it.                          *)
(***************************************************************************)
(* @type: ({node: VALIDATOR, args: {certificate: $certificate, signers: Set(VALIDATOR)},
                post: {certificates: Set($certificate)}}) => Bool; *)
IsHoldCertificate(e) ==
    /\ HoldCertificate(e.node, e.args.certificate, e.args.signers)
    /\ KnowsVotes(e.node, e.args.certificate, e.args.signers)
    /\ IF e.args.certificate.view <= floor
       THEN e.post.certificates \subseteq certificates'[e.node]
       ELSE {c \in certificates'[e.node]: c.view = e.args.certificate.view}
                = e.post.certificates
    /\ UNCHANGED history

\* @type: ({node: VALIDATOR, args: {view: Int}, post: {view: Int}}) => Bool;
IsEnterView(e) ==
    /\ EnterView(e.node, e.args.view)
    /\ view'[e.node] = e.post.view
    /\ UNCHANGED history

\* No block is signed that is not a block by module Blocks.
(* @type: ({node: VALIDATOR, args: {block: $block},
                post: {pending: Seq($message)}}) => Bool; *)
IsPropose(e) ==
    /\ Propose(e.node, e.args.block)
    /\ IsWellFormed(e.args.block)
    /\ pending'[e.node] = e.post.pending
    /\ UNCHANGED history

(* @type: ({node: VALIDATOR, args: {block: $block},
                post: {pending: Seq($message)}}) => Bool; *)
IsNotarize(e) ==
    /\ Notarize(e.node, e.args.block)
    /\ KnowsProposal(e.node, e.args.block)
    /\ IsWellFormed(e.args.block)
    /\ pending'[e.node] = e.post.pending
    /\ UNCHANGED history

\* @type: ({node: VALIDATOR, args: {view: Int}, post: {pending: Seq($message)}}) => Bool;
IsNullify(e) ==
    /\ Nullify(e.node, e.args.view)
    /\ pending'[e.node] = e.post.pending
    /\ UNCHANGED history

\* The implementation is stricter than Simplex here, and is held to it.
(* @type: ({node: VALIDATOR, args: {block: $block},
                post: {pending: Seq($message)}}) => Bool; *)
IsFinalize(e) ==
    /\ Finalize(e.node, e.args.block)
    /\ SawNoEquivocation(e.node, e.args.block.view)
    /\ pending'[e.node] = e.post.pending
    /\ UNCHANGED history

(* @type: ({node: VALIDATOR, post: {pending: Seq($message), durable: Set($message)}}) => Bool; *)
IsPersist(e) ==
    /\ Persist(e.node)
    /\ pending'[e.node] = e.post.pending
    /\ {m \in durable'[e.node]: m.view = Head(pending[e.node]).view} = e.post.durable
    /\ UNCHANGED history

(* @type: ({node: VALIDATOR, args: {path: Seq($block)},
                post: {committed: $block}}) => Bool; *)
IsCommit(e) ==
    /\ Commit(e.node, e.args.path)
    /\ ForksNothing(e.args.path)
    /\ committed'[e.node] = e.post.committed
    /\ chain' = chain \union {e.args.path[k]: k \in DOMAIN e.args.path}
    /\ UNCHANGED <<received, proposals, floor>>

\* What was received and not written is lost too.
\* @type: ({node: VALIDATOR, post: {up: Bool}}) => Bool;
IsCrash(e) ==
    /\ Crash(e.node)
    /\ (e.node \in up') = e.post.up
    /\ received' = [received EXCEPT ![e.node] = {}]
    /\ UNCHANGED <<proposals, chain, floor>>

(* @type: ({node: VALIDATOR, args: {kept: Set($certificate), tip: $block},
                post: {up: Bool, view: Int, committed: $block, pending: Seq($message),
                       durable: Set($message)}}) => Bool; *)
IsRestart(e) ==
    /\ Restart(e.node, e.args.kept, e.args.tip)
    /\ (e.node \in up') = e.post.up
    /\ view'[e.node] = e.post.view
    /\ committed'[e.node] = e.post.committed
    /\ pending'[e.node] = e.post.pending
    /\ {m \in durable'[e.node]: m.view > e.args.tip.view} = e.post.durable
    /\ UNCHANGED history

\* The symbolic checker reads no further: what follows is for TLC.
-----------------------------------------------------------------------------
(***************************************************************************)
(* A run may be long, and what it did is not remembered for ever: from     *)
(* time to time whatever is about old views is forgotten, the signed       *)
(* messages as well as what each validator holds, whether it is running,   *)
(* lags or is down.  How far is decided by the last block that the         *)
(* validator committed whose turn it is, so that nobody who lags keeps     *)
(* the rest from going on.                                                 *)
(***************************************************************************)
MustForget(e) == committed[e.node].view > floor + 2 * Window

Forget(i) ==
    LET low == committed[i].view - Window
        Recent(S) == {x \in S: x.view > low}
    IN  /\ floor' = low
        /\ messages' = Recent(messages)
        /\ certificates' =
               [j \in Honest |-> {c \in certificates[j]: c.view > low \/ c.view = 0}]
        /\ durable' = [j \in Honest |-> Recent(durable[j])]
        /\ received' = [j \in Honest |-> Recent(received[j])]
        /\ proposals' = [j \in Honest |-> Recent(proposals[j])]
        /\ chain' = Recent(chain)
        /\ UNCHANGED <<up, view, pending, committed>>

(***************************************************************************)
(* An event that is about an old view, of a validator that lags, is taken  *)
(* to be right as far as it rests on what has been forgotten: these facts  *)
(* are taken for granted, and the event must then be a step like any       *)
(* other.  Whoever validates a trace says how often that was necessary.    *)
(***************************************************************************)
IsForgotten(v) == 0 < v /\ v <= floor

\* The earliest view that the event rests on.
Earliest(e) ==
    CASE e.action = "Receive" -> e.args.message.view
      [] e.action = "HoldCertificate" -> e.args.certificate.view
      [] e.action = "EnterView" -> e.args.view - 1
      [] e.action \in {"Propose", "Notarize"} ->
             IF e.args.block.parentView = 0 THEN 1 ELSE e.args.block.parentView
      [] e.action = "Finalize" -> e.args.block.view
      [] e.action = "Persist" -> IF pending[e.node] = <<>> THEN 0 ELSE Head(pending[e.node]).view
      [] e.action = "Commit" -> IF e.args.path = <<>> THEN 0 ELSE e.args.path[Len(e.args.path)].view
      [] e.action = "Restart" -> 1
      [] OTHER -> 0

\* A block of which only this is known.
SomeBlock(digest, v) ==
    [digest |-> digest, view |-> v, parentView |-> 0, parent |-> NoDigest, valid |-> TRUE]

\* Such a notarization, in the place of one that has been forgotten.
\* @type: ($certificate) => Bool;
IsStandIn(c) == c.kind = "notarize" /\ c.view > 0 /\ c.block.parent = NoDigest

\* Does i hold the notarization of b's parent itself?
\* @type: (VALIDATOR, $block) => Bool;
HoldsParent(i, b) ==
    \E c \in certificates[i]: c.kind = "notarize" /\ ~IsStandIn(c) /\ IsParent(c.block, b)

\* What a block rests on: its parent notarized, the views between nullified.
\* @type: (VALIDATOR, $block) => Set($certificate);
BelowBlock(i, b) ==
    (IF IsForgotten(b.parentView) /\ ~HoldsParent(i, b)
     THEN {Notarization(SomeBlock(b.parent, b.parentView))}
     ELSE {})
    \union {Nullification(v): v \in {w \in (b.parentView + 1) .. (b.view - 1): IsForgotten(w)}}

\* Certificates that the event's node is taken to hold.
RecalledCertificates(e) ==
    CASE e.action = "HoldCertificate" -> e.post.certificates \ {e.args.certificate}
      [] e.action = "EnterView" -> {Nullification(e.args.view - 1)}
      [] e.action \in {"Propose", "Notarize"} -> BelowBlock(e.node, e.args.block)
      [] e.action = "Finalize" -> {Notarization(e.args.block)}
      [] e.action = "Commit" -> {Finalization(e.args.path[Len(e.args.path)])}
      [] e.action = "Restart" -> {c \in e.args.kept: IsForgotten(c.view)}
      [] OTHER -> {}

\* Messages that are taken to have been signed, written and sent.
RecalledMessages(e) ==
    CASE e.action = "Receive" -> {m \in {e.args.message}: m.signer \in Honest}
      [] e.action = "HoldCertificate" ->
             {VoteFor(s, e.args.certificate): s \in e.args.signers}
      [] e.action = "Notarize" ->
             {Proposal(Leader[b.view], b): b \in {x \in {e.args.block}: IsForgotten(x.view)}}
      [] e.action = "Persist" -> e.post.durable \ {Head(pending[e.node])}
      [] e.action = "Restart" -> {m \in e.post.durable: IsForgotten(m.view)}
      [] OTHER -> {}

\* The votes of others and the proposals that its node is taken to have received.
RecalledReceipts(e) ==
    {m \in RecalledMessages(e): e.action # "Receive" /\ m.signer # e.node}

Recall(e) ==
    LET i == e.node
        new == RecalledMessages(e)
        heard == RecalledReceipts(e)
    IN  /\ messages' = messages \union new
        /\ certificates' = [certificates EXCEPT
               ![i] = {c \in @: ~IsStandIn(c)} \union RecalledCertificates(e)]
        /\ durable' = [durable EXCEPT ![i] = @ \union {m \in new: m.signer = i}]
        /\ received' = [received EXCEPT ![i] = @ \union heard]
        /\ proposals' =
               [proposals EXCEPT ![i] = @ \union {m \in heard: m.kind = "propose"}]
        /\ UNCHANGED <<up, view, pending, committed, chain, floor>>

\* Has this been done already?
HasRecalled(e) ==
    /\ RecalledMessages(e) \subseteq messages
    /\ {m \in RecalledMessages(e): m.signer = e.node} \subseteq durable[e.node]
    /\ RecalledReceipts(e) \subseteq received[e.node]
    /\ {m \in RecalledReceipts(e): m.kind = "propose"} \subseteq proposals[e.node]
    /\ RecalledCertificates(e) \subseteq certificates[e.node]
    /\ {c \in certificates[e.node]: IsStandIn(c)} \subseteq RecalledCertificates(e)

MustRecall(e) ==
    IF floor = 0 THEN FALSE
    ELSE IF IsForgotten(Earliest(e)) THEN ~HasRecalled(e) ELSE FALSE

\* What is done before the event e is taken, if anything.
IsUpkeepDue(e) == IF MustForget(e) THEN TRUE ELSE MustRecall(e)
Upkeep(e) == IF MustForget(e) THEN Forget(e.node) ELSE Recall(e)

(***************************************************************************)
(* What node i could have done, for people who read why an event was       *)
(* rejected: for each action, what it could have taken it with.  Left out  *)
(* is Receive, which is possible with whatever others sent.                *)
(***************************************************************************)
Allowed(i) ==
    LET Notarized == {c.block: c \in {x \in certificates[i]: x.kind = "notarize"}}
        Finalized == {c.block: c \in {x \in certificates[i]: x.kind = "finalize"}}
        Votes == {m \in received[i] \union durable[i]: m.kind \in VoteKinds}
        Voted == {[kind |-> m.kind, view |-> m.view, block |-> m.block]: m \in Votes}
        SignersOf(c) == {s \in Validators: VoteFor(s, c) \in Known(i, s)}
        Child(a) == [digest |-> "any", view |-> view[i],
                     parentView |-> a.view, parent |-> a.digest, valid |-> TRUE]
    IN  <<
        <<"HoldCertificate", {c \in Voted: CanHoldCertificate(i, c, SignersOf(c))}>>,
        <<"EnterView", {v \in {c.view + 1: c \in certificates[i]}: CanEnterView(i, v)}>>,
        <<"Propose", {b \in {Child(a): a \in Notarized}: CanPropose(i, b)}>>,
        <<"Notarize", {b \in {m.block: m \in proposals[i] \union durable[i]}:
                           CanNotarize(i, b) /\ KnowsProposal(i, b)}>>,
        <<"Nullify", {v \in {view[i]}: CanNullify(i, v)}>>,
        <<"Finalize", {b \in Notarized: CanFinalize(i, b) /\ SawNoEquivocation(i, b.view)}>>,
        <<"Persist", IF CanPersist(i) THEN {Head(pending[i])} ELSE {}>>,
        <<"Commit", {b \in Finalized: i \in up /\ b.view > committed[i].view}>>,
        <<"Restart", IF i \in up THEN {} ELSE Finalized>>
        >>

TraceInit ==
    /\ Init
    /\ received = [i \in Honest |-> {}]
    /\ proposals = [i \in Honest |-> {}]
    /\ chain = {}
    /\ floor = 0
=============================================================================
