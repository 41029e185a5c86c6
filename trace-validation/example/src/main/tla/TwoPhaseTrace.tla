----------------------------- MODULE TwoPhaseTrace ---------------------------
(***************************************************************************)
(* Is a recorded run a behaviour of TwoPhase?  For each action that an     *)
(* event e can name, Is{Action}(e) takes the action of the spec with the   *)
(* event's arguments, and compares what it changed with what the program   *)
(* says it has now.                                                        *)
(***************************************************************************)
EXTENDS TwoPhase

IsPrepare(e) == Prepare(e.node) /\ state'[e.node] = e.post.state

IsRefuse(e) == Refuse(e.node) /\ state'[e.node] = e.post.state

IsLearn(e) == Learn(e.node, e.args.kind) /\ state'[e.node] = e.post.state

\* Node 0 is the coordinator, and nobody else acts for it.
IsHear(e) == e.node = 0 /\ Hear(e.args.message) /\ heard' = e.post.heard

IsDecide(e) == e.node = 0 /\ Decide(e.args.kind) /\ decision' = e.post.decision

\* For people who read why an event was rejected: what node i could have done instead.
Allowed(i) ==
    LET Kinds == {"commit", "abort"}
    IN  IF i = 0
        THEN <<<<"Hear", {m \in sent: CanHear(m)}>>,
               <<"Decide", {k \in Kinds: CanDecide(k)}>>>>
        ELSE <<<<"Prepare", {x \in {<<>>}: CanPrepare(i)}>>,
               <<"Refuse", {x \in {<<>>}: CanRefuse(i)}>>,
               <<"Learn", {k \in Kinds: CanLearn(i, k)}>>>>
=============================================================================
