------------------------------- MODULE TwoPhase ------------------------------
(***************************************************************************)
(* Participants agree whether a transaction takes effect: in the end all   *)
(* commit it or all abort it.  A coordinator asks; each participant says   *)
(* yes, and is bound by that, or refuses.  If all say yes the coordinator  *)
(* decides to commit, else to abort, and tells them.                       *)
(*                                                                         *)
(* Messages are never lost here, but may take as long as they like and     *)
(* overtake each other, so that they are a set that only grows.            *)
(***************************************************************************)
CONSTANT
    Participants

VARIABLES
    state,     \* of each participant: "working", "prepared", "committed", "aborted"
    heard,     \* who said yes, as far as the coordinator knows
    decision,  \* of the coordinator: "none", "commit", "abort"
    sent       \* all messages so far; those of the coordinator are for everybody

vars == <<state, heard, decision, sent>>

Yes(p) == [kind |-> "yes", from |-> p]
Outcome(kind) == [kind |-> kind, from |-> 0]

Init ==
    /\ state = [p \in Participants |-> "working"]
    /\ heard = {}
    /\ decision = "none"
    /\ sent = {}

-----------------------------------------------------------------------------
(* What a participant does. *)

\* It can do its part of the transaction, says so, and will wait for the decision.
CanPrepare(p) == state[p] = "working"

Prepare(p) ==
    /\ CanPrepare(p)
    /\ state' = [state EXCEPT ![p] = "prepared"]
    /\ sent' = sent \union {Yes(p)}
    /\ UNCHANGED <<heard, decision>>

\* It can't.  It needs to tell nobody: without its yes there is no commit.
CanRefuse(p) == state[p] = "working"

Refuse(p) ==
    /\ CanRefuse(p)
    /\ state' = [state EXCEPT ![p] = "aborted"]
    /\ UNCHANGED <<heard, decision, sent>>

\* It learns the decision.
CanLearn(p, kind) ==
    /\ state[p] \in {"working", "prepared"}
    /\ Outcome(kind) \in sent

Learn(p, kind) ==
    /\ CanLearn(p, kind)
    /\ state' = [state EXCEPT ![p] = IF kind = "commit" THEN "committed" ELSE "aborted"]
    /\ UNCHANGED <<heard, decision, sent>>

-----------------------------------------------------------------------------
(* What the coordinator does. *)

CanHear(m) == m \in sent /\ m.kind = "yes"

Hear(m) ==
    /\ CanHear(m)
    /\ heard' = heard \union {m.from}
    /\ UNCHANGED <<state, decision, sent>>

\* Everybody must have said yes; to abort no reason is needed.
CanDecide(kind) ==
    /\ decision = "none"
    /\ kind = "commit" => heard = Participants

Decide(kind) ==
    /\ CanDecide(kind)
    /\ decision' = kind
    /\ sent' = sent \union {Outcome(kind)}
    /\ UNCHANGED <<state, heard>>

Next ==
    \/ \E p \in Participants: Prepare(p) \/ Refuse(p)
    \/ \E p \in Participants, kind \in {"commit", "abort"}: Learn(p, kind)
    \/ \E m \in sent: Hear(m)
    \/ \E kind \in {"commit", "abort"}: Decide(kind)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* What it is for. *)

\* Nobody commits what another aborts.
Consistent ==
    ~ \E p, q \in Participants: state[p] = "committed" /\ state[q] = "aborted"
=============================================================================
