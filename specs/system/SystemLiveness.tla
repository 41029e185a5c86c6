--------------------------- MODULE SystemLiveness ---------------------------
(***************************************************************************)
(* System after the network has become good: what may happen does not wait *)
(* for ever.  Then every final height gets a quittance, and every correct  *)
(* replica holds it, as long as correct replicas are a quorum.  One of     *)
(* them may crash once, and comes back.                                    *)
(*                                                                         *)
(* Byzantine replicas are silent or attest what is in Mischief.  Wrong     *)
(* replicas get what they get, the right root too.                         *)
(***************************************************************************)
EXTENDS System

CONSTANTS
    \* What correct execution gives, at every height.
    \* @type: ROOT;
    Right,
    \* The replicas that may crash.
    \* @type: Set(VALIDATOR);
    Fragile,
    \* What Byzantine replicas may attest.
    \* @type: Set($attestation);
    Mischief

VARIABLE
    \* Those that have crashed.
    \* @type: Set(VALIDATOR);
    crashed

liveVars == <<vars, crashed>>

\* @type: (VALIDATOR) => Bool;
ExecuteNext(i) ==
    \E h \in Heights, r \in (IF i \in Wrong THEN Roots ELSE {Right}): Execute(i, h, r)
\* @type: (VALIDATOR) => Bool;
AttestNext(i) == \E h \in Heights, r \in Roots: Attest(i, h, r)
\* @type: (VALIDATOR) => Bool;
SendNext(i) == \E h \in Heights: Send(i, h)
\* @type: (VALIDATOR) => Bool;
Learn(i) ==
    \E h \in Heights, r \in Roots: ReceiveQuittance(i, h, r, Attesters(h, r))
\* @type: (VALIDATOR) => Bool;
GiveUp(i) == \E h \in Heights: Stop(i, h)
\* @type: (VALIDATOR) => Bool;
ComeBack(i) == \E kept \in Heights \union {0}: Restart(i, kept)

OrderNext == Tip < Cardinality(Heights) /\ \E block \in Blocks: Order(block)

\* One step of replica i that must come if it stays possible.
\* @type: (VALIDATOR) => Bool;
Progress(i) ==
    \/ ExecuteNext(i)
    \/ AttestNext(i)
    \/ SendNext(i)
    \/ Learn(i)
    \/ GiveUp(i)
    \/ ComeBack(i)

\* @type: (VALIDATOR) => Bool;
CrashOnce(i) ==
    /\ i \in Fragile \ crashed
    /\ Crash(i)
    /\ crashed' = crashed \union {i}

LiveInit == Init /\ crashed = {}

LiveNext ==
    \/ OrderNext /\ UNCHANGED crashed
    \/ \E i \in Honest: Progress(i) /\ UNCHANGED crashed
    \/ \E i \in Honest: CrashOnce(i)
    \/ \E m \in Mischief: ByzantineAttest(m) /\ UNCHANGED crashed

\* Of all replicas: none starves another, and no rule another.
ReplicaFairness ==
    \A i \in Honest:
        /\ WF_liveVars(ExecuteNext(i) /\ UNCHANGED crashed)
        /\ WF_liveVars(AttestNext(i) /\ UNCHANGED crashed)
        /\ WF_liveVars(SendNext(i) /\ UNCHANGED crashed)
        /\ WF_liveVars(Learn(i) /\ UNCHANGED crashed)
        /\ WF_liveVars(GiveUp(i) /\ UNCHANGED crashed)
        /\ WF_liveVars(ComeBack(i) /\ UNCHANGED crashed)

LiveSpec ==
    /\ LiveInit
    /\ [][LiveNext]_liveVars
    /\ WF_liveVars(OrderNext /\ UNCHANGED crashed)
    /\ ReplicaFairness

-----------------------------------------------------------------------------
\* Every final height gets a quittance.
EveryHeightQuitted ==
    \A h \in Heights: Tip >= h ~> h \in DOMAIN quittances

\* Every correct replica holds it, or something that was settled later.
EveryoneLearns ==
    \A i \in Honest \ Wrong, h \in Heights:
        Tip >= h ~> \E k \in DOMAIN held[i]: k >= h

\* The limit to the lag stops nothing for ever.
ChainGrows == <>(Tip = Cardinality(Heights))

\* Who sees that it diverged stops.
DivergedStop == \A i \in Honest: diverged[i] > 0 ~> i \in stopped \union crashed
=============================================================================
