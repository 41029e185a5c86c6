-------------------------- MODULE SimplexLiveness ---------------------------
(***************************************************************************)
(* Simplex after the network has become good: what may happen does not     *)
(* wait for ever.  Then views end, the blocks of correct leaders become    *)
(* final, and whoever crashed and came back catches up.                    *)
(*                                                                         *)
(* Partial synchrony is put as follows.  After the network is good and     *)
(* timeouts have grown, no correct validator's timer fires in a view with  *)
(* a correct leader, so only the views in Patience are never given up; in  *)
(* all others every correct validator's timer fires sooner or later.  One  *)
(* correct validator may crash once, and restarts.                         *)
(*                                                                         *)
(* Restriction: of what Byzantine validators can sign they sign only what  *)
(* is in Mischief, or some of it, or nothing.  Silence is not the worst    *)
(* that they can do: with well-chosen votes a view ends notarized, and     *)
(* neither final nor nullified.                                            *)
(***************************************************************************)
EXTENDS Simplex

CONSTANTS
    \* The views in which no timer fires.
    \* @type: Set(Int);
    Patience,
    \* The correct validators that may crash.
    \* @type: Set(VALIDATOR);
    Fragile,
    \* What Byzantine validators may sign.
    \* @type: Set($message);
    Mischief

VARIABLE
    \* Those that have crashed.
    \* @type: Set(VALIDATOR);
    crashed

liveVars == <<vars, crashed>>

\* What the network, the disk and the validator's own rules bring about.
\* @type: (VALIDATOR) => Bool;
Learn(i) == \E c \in AllCertificates: HoldCertificate(i, c, Voters(c, messages))
\* @type: (VALIDATOR) => Bool;
Advance(i) == \E v \in Views: EnterView(i, v)
\* @type: (VALIDATOR) => Bool;
Lead(i) == \E b \in Blocks: Propose(i, b)
\* @type: (VALIDATOR) => Bool;
VoteToNotarize(i) == \E b \in Blocks: Notarize(i, b)
\* @type: (VALIDATOR) => Bool;
GiveUp(i) == \E v \in Views \ Patience: Nullify(i, v)
\* @type: (VALIDATOR) => Bool;
VoteToFinalize(i) == \E b \in Blocks: Finalize(i, b)
\* @type: (VALIDATOR) => Bool;
CommitFinal(i) == \E path \in Paths: Commit(i, path)
\* @type: (VALIDATOR) => Bool;
ComeBack(i) ==
    \E kept \in SUBSET certificates[i]:
        \E c \in kept: c.kind = "finalize" /\ Restart(i, kept, c.block)

\* One step of correct validator i that must come if it stays possible.
\* @type: (VALIDATOR) => Bool;
Progress(i) ==
    \/ Learn(i)
    \/ Advance(i)
    \/ Lead(i)
    \/ VoteToNotarize(i)
    \/ GiveUp(i)
    \/ VoteToFinalize(i)
    \/ Persist(i)
    \/ CommitFinal(i)
    \/ ComeBack(i)

\* @type: (VALIDATOR) => Bool;
CrashOnce(i) ==
    /\ i \in Fragile \ crashed
    /\ Crash(i)
    /\ crashed' = crashed \union {i}

LiveInit == Init /\ crashed = {}

LiveNext ==
    \/ \E i \in Honest: Progress(i) /\ UNCHANGED crashed
    \/ \E i \in Honest: CrashOnce(i)
    \/ \E m \in Mischief: ByzantineSend(m) /\ UNCHANGED crashed

(***************************************************************************)
(* Fairness of each rule on its own: none starves another.  It is weak     *)
(* fairness, so nothing is asked of a rule that is possible only now and   *)
(* then.                                                                   *)
(***************************************************************************)
Fairness ==
    \A i \in Honest:
        /\ WF_liveVars(Learn(i) /\ UNCHANGED crashed)
        /\ WF_liveVars(Advance(i) /\ UNCHANGED crashed)
        /\ WF_liveVars(Lead(i) /\ UNCHANGED crashed)
        /\ WF_liveVars(VoteToNotarize(i) /\ UNCHANGED crashed)
        /\ WF_liveVars(GiveUp(i) /\ UNCHANGED crashed)
        /\ WF_liveVars(VoteToFinalize(i) /\ UNCHANGED crashed)
        /\ WF_liveVars(Persist(i) /\ UNCHANGED crashed)
        /\ WF_liveVars(CommitFinal(i) /\ UNCHANGED crashed)
        /\ WF_liveVars(ComeBack(i) /\ UNCHANGED crashed)

LiveSpec == LiveInit /\ [][LiveNext]_liveVars /\ Fairness

\* The same if what was signed need never be written: for the check of the checks.
LazySpec ==
    /\ LiveInit
    /\ [][LiveNext]_liveVars
    /\ \A i \in Honest:
        /\ WF_liveVars(Learn(i) /\ UNCHANGED crashed)
        /\ WF_liveVars(Advance(i) /\ UNCHANGED crashed)
        /\ WF_liveVars(GiveUp(i) /\ UNCHANGED crashed)

\* The same if what is lost is not sent again, so that nobody need learn of any certificate.
UnsentSpec ==
    /\ LiveInit
    /\ [][LiveNext]_liveVars
    /\ \A i \in Honest:
        /\ WF_liveVars(Advance(i) /\ UNCHANGED crashed)
        /\ WF_liveVars(Lead(i) /\ UNCHANGED crashed)
        /\ WF_liveVars(VoteToNotarize(i) /\ UNCHANGED crashed)
        /\ WF_liveVars(GiveUp(i) /\ UNCHANGED crashed)
        /\ WF_liveVars(VoteToFinalize(i) /\ UNCHANGED crashed)
        /\ WF_liveVars(Persist(i) /\ UNCHANGED crashed)
        /\ WF_liveVars(CommitFinal(i) /\ UNCHANGED crashed)
        /\ WF_liveVars(ComeBack(i) /\ UNCHANGED crashed)

-----------------------------------------------------------------------------
\* Correct validator i can show that view v is over.
\* @type: (VALIDATOR, Int) => Bool;
IsOver(i, v) == \E c \in certificates[i]: c.view >= v

\* Every view ends for every correct validator.
EveryViewEnds == \A i \in Honest, v \in Views: <>IsOver(i, v)

\* All correct validators commit a block of a correct leader.
HonestBlockCommitted ==
    \A i \in Honest: <>(committed[i].view > 0 /\ Leader[committed[i].view] \in Honest)

\* Whoever comes back has committed what anyone committed, sooner or later.
CatchesUp ==
    \A i, j \in Honest:
        [](i \in crashed /\ i \in up => <>(committed[i].view >= committed[j].view))
=============================================================================
