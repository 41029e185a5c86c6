--------------------------- MODULE SimplexExchange --------------------------
(***************************************************************************)
(* What validators sent to each other, and what they decided, without      *)
(* asking how they came to it: nobody received a message of a correct      *)
(* validator that this one did not write before, and nobody committed a    *)
(* block beside another.                                                   *)
(*                                                                         *)
(* Each validator by itself is checked against SimplexTrace, with all      *)
(* others taken for Byzantine.  Both together say as much as SimplexTrace  *)
(* says of the whole (proofs-notes/composition.md).                        *)
(***************************************************************************)
EXTENDS Simplex, TLC, Election

CONSTANT
    \* How many views below the last committed block are remembered at least.
    Window

VARIABLES
    \* What correct validators wrote, and so may have sent.
    sent,
    \* What anybody committed.
    chain,
    \* What is known of views up to this one has been forgotten.
    floor

\* Nobody committed another child of the same parent.
ForksNothing(path) ==
    \A k \in DOMAIN path: \A b \in chain: b.parent = path[k].parent => b = path[k]

\* A correct signer wrote it before.
WasSent(m) == m.signer \in Honest /\ m.view > floor => m \in sent

IsReceive(e) ==
    /\ WasSent(e.args.message)
    /\ UNCHANGED <<vars, sent, chain, floor>>

\* The event has all durable messages of the view; which one is new does not matter here.
IsPersist(e) ==
    /\ sent' = sent \union e.post.durable
    /\ UNCHANGED <<vars, chain, floor>>

IsCommit(e) ==
    /\ ForksNothing(e.args.path)
    /\ chain' = chain \union {e.args.path[k]: k \in DOMAIN e.args.path}
    /\ UNCHANGED <<vars, sent, floor>>

-----------------------------------------------------------------------------
\* The last view that an event commits.
Last(e) == IF e.action = "Commit" THEN e.args.path[Len(e.args.path)].view ELSE 0

IsUpkeepDue(e) == Last(e) > floor + 2 * Window

Upkeep(e) ==
    LET low == Last(e) - Window
    IN  /\ floor' = low
        /\ sent' = {m \in sent: m.view > low}
        /\ chain' = {b \in chain: b.view > low}
        /\ UNCHANGED vars

TraceInit ==
    /\ Init
    /\ sent = {}
    /\ chain = {}
    /\ floor = 0
=============================================================================
