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
EXTENDS Simplex, TLC

CONSTANT
    \* The events: a sequence of records with node, action, args and post.
    Trace

VARIABLES
    \* How many events have been taken.
    at,
    \* received[i] is what i received from others since it last started.
    received,
    \* proposals[i] are the proposals that i ever received.  It may have
    \* written them, and so may know them after a crash.
    proposals,
    \* What anybody committed.
    chain

history == <<received, proposals, chain>>
traceVars == <<messages, up, view, certificates, pending, durable, committed,
               at, received, proposals, chain>>

-----------------------------------------------------------------------------
(* What a validator learnt, beyond what Simplex says of it. *)

\* The votes that count for i: what it received, and its own once written.
Known(i) == received[i] \union durable[i]

\* i can show the votes of the signers for c.
KnowsVotes(i, c, signers) == \A s \in signers: VoteFor(s, c) \in Known(i)

\* i knows the proposal of b by the leader of b's view.
KnowsProposal(i, b) == Proposal(Leader[b.view], b) \in proposals[i] \union durable[i]

\* The proposals for view v that i received from v's leader since it started.
ProposalsReceived(i, v) ==
    {m \in received[i]: m.kind = "propose" /\ m.view = v /\ m.signer = Leader[v]}

\* i did not see the leader of v propose two blocks.
SawNoEquivocation(i, v) ==
    \A m \in ProposalsReceived(i, v): \A n \in ProposalsReceived(i, v): m = n

\* Nobody committed another child of the same parent.
ForksNothing(path) ==
    \A k \in DOMAIN path: \A b \in chain: b.parent = path[k].parent => b = path[k]

-----------------------------------------------------------------------------
(***************************************************************************)
(* i accepts a message of another validator, for the first time since it   *)
(* started.  A correct signer wrote it before.  A Byzantine signer leaves  *)
(* no record of what it sends, so it is taken to have sent the message now *)
(* if nobody received it before.                                           *)
(***************************************************************************)
CanReceive(i, m) ==
    /\ i \in up
    /\ m.signer /= i
    /\ m \notin received[i]
    /\ m.kind /= "nullify" => IsWellFormed(m.block)
    /\ m.signer \in Honest => m \in messages

Receive(i, m) ==
    /\ CanReceive(i, m)
    /\ IF m \in messages THEN UNCHANGED vars ELSE ByzantineSend(m)
    /\ received' = [received EXCEPT ![i] = @ \union {m}]
    /\ proposals' = [proposals EXCEPT ![i] = IF m.kind = "propose" THEN @ \union {m} ELSE @]
    /\ UNCHANGED chain

IsReceive(e) == Receive(e.node, e.args.message)

(***************************************************************************)
(* The steps of Simplex, each as an event has it.                          *)
(***************************************************************************)
IsHoldCertificate(e) ==
    /\ HoldCertificate(e.node, e.args.certificate, e.args.signers)
    /\ KnowsVotes(e.node, e.args.certificate, e.args.signers)
    /\ {c \in certificates'[e.node]: c.view = e.args.certificate.view} = e.post.certificates
    /\ UNCHANGED history

IsEnterView(e) ==
    /\ EnterView(e.node, e.args.view)
    /\ view'[e.node] = e.post.view
    /\ UNCHANGED history

\* No block is signed that is not a block by module Blocks.
IsPropose(e) ==
    /\ Propose(e.node, e.args.block)
    /\ IsWellFormed(e.args.block)
    /\ pending'[e.node] = e.post.pending
    /\ UNCHANGED history

IsNotarize(e) ==
    /\ Notarize(e.node, e.args.block)
    /\ KnowsProposal(e.node, e.args.block)
    /\ IsWellFormed(e.args.block)
    /\ pending'[e.node] = e.post.pending
    /\ UNCHANGED history

IsNullify(e) ==
    /\ Nullify(e.node, e.args.view)
    /\ pending'[e.node] = e.post.pending
    /\ UNCHANGED history

\* The implementation is stricter than Simplex here, and is held to it.
IsFinalize(e) ==
    /\ Finalize(e.node, e.args.block)
    /\ SawNoEquivocation(e.node, e.args.block.view)
    /\ pending'[e.node] = e.post.pending
    /\ UNCHANGED history

IsPersist(e) ==
    /\ Persist(e.node)
    /\ pending'[e.node] = e.post.pending
    /\ {m \in durable'[e.node]: m.view = Head(pending[e.node]).view} = e.post.durable
    /\ UNCHANGED history

IsCommit(e) ==
    /\ Commit(e.node, e.args.path)
    /\ ForksNothing(e.args.path)
    /\ committed'[e.node] = e.post.committed
    /\ chain' = chain \union {e.args.path[k]: k \in DOMAIN e.args.path}
    /\ UNCHANGED <<received, proposals>>

\* What was received and not written is lost too.
IsCrash(e) ==
    /\ Crash(e.node)
    /\ (e.node \in up') = e.post.up
    /\ received' = [received EXCEPT ![e.node] = {}]
    /\ UNCHANGED <<proposals, chain>>

IsRestart(e) ==
    /\ Restart(e.node, e.args.kept, e.args.tip)
    /\ (e.node \in up') = e.post.up
    /\ view'[e.node] = e.post.view
    /\ committed'[e.node] = e.post.committed
    /\ pending'[e.node] = e.post.pending
    /\ {m \in durable'[e.node]: m.view > e.args.tip.view} = e.post.durable
    /\ UNCHANGED history

-----------------------------------------------------------------------------
Step(e) ==
    /\ at' = at + 1
    /\ CASE e.action = "Receive" -> IsReceive(e)
         [] e.action = "HoldCertificate" -> IsHoldCertificate(e)
         [] e.action = "EnterView" -> IsEnterView(e)
         [] e.action = "Propose" -> IsPropose(e)
         [] e.action = "Notarize" -> IsNotarize(e)
         [] e.action = "Nullify" -> IsNullify(e)
         [] e.action = "Finalize" -> IsFinalize(e)
         [] e.action = "Persist" -> IsPersist(e)
         [] e.action = "Commit" -> IsCommit(e)
         [] e.action = "Crash" -> IsCrash(e)
         [] e.action = "Restart" -> IsRestart(e)

(***************************************************************************)
(* What node i could have done, for people who read why an event was       *)
(* rejected: for each action, what it could have taken it with.  Left out  *)
(* is Receive, which is possible with whatever others sent.                *)
(***************************************************************************)
Allowed(i) ==
    LET Notarized == {c.block: c \in {x \in certificates[i]: x.kind = "notarize"}}
        Finalized == {c.block: c \in {x \in certificates[i]: x.kind = "finalize"}}
        Votes == {m \in Known(i): m.kind \in VoteKinds}
        Voted == {[kind |-> m.kind, view |-> m.view, block |-> m.block]: m \in Votes}
        SignersOf(c) == {s \in Validators: VoteFor(s, c) \in Known(i)}
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
    /\ at = 0
    /\ received = [i \in Honest |-> {}]
    /\ proposals = [i \in Honest |-> {}]
    /\ chain = {}

\* The last step says that it is the last: the trace has been consumed.
TraceNext ==
    /\ at < Len(Trace)
    /\ Step(Trace[at + 1])
    /\ at' = Len(Trace) => PrintT(<<"trace consumed", at'>>)

(***************************************************************************)
(* TLC tells states apart by this alone, which spares it reading the whole *)
(* state at every event.  That is sound because an event never has two     *)
(* outcomes, and whoever runs TLC makes sure of that: it generates no more *)
(* states than the initial one and one for each event.                     *)
(***************************************************************************)
TraceView == at

TraceSpec == TraceInit /\ [][TraceNext]_traceVars
=============================================================================
