------------------------ MODULE TransitionsOfSimplex ------------------------
(***************************************************************************)
(* Simplex with a name for each of its steps, as TransitionsOfSettlement   *)
(* does it.  A validator's next steps depend on what it knows, on the      *)
(* proposals that are out, and on whose votes are: that is told of each    *)
(* state, as each correct validator sees it.                               *)
(***************************************************************************)
EXTENDS MCSimplex

VARIABLE
    \* The step that led here: action, arguments, verdict.  <<>> in the beginning.
    event

Is(action, args) == event' = <<action, args, "DONE">>

NamedNext ==
    \/ \E i \in Honest, c \in AllCertificates:
           /\ HoldCertificate(i, c, Voters(c, messages))
           /\ Is("HoldCertificate", <<i, c, Voters(c, messages)>>)
    \/ \E i \in Honest, v \in Views: EnterView(i, v) /\ Is("EnterView", <<i, v>>)
    \/ \E i \in Honest, b \in Blocks: Propose(i, b) /\ Is("Propose", <<i, b>>)
    \/ \E i \in Honest, b \in Blocks: Notarize(i, b) /\ Is("Notarize", <<i, b>>)
    \/ \E i \in Honest, v \in Views: Nullify(i, v) /\ Is("Nullify", <<i, v>>)
    \/ \E i \in Honest, b \in Blocks: Finalize(i, b) /\ Is("Finalize", <<i, b>>)
    \/ \E i \in Honest: Persist(i) /\ Is("Persist", <<i>>)
    \/ \E i \in Honest, path \in Paths: Commit(i, path) /\ Is("Commit", <<i, path>>)
    \/ \E i \in Honest: Crash(i) /\ Is("Crash", <<i>>)
    \/ \E i \in Honest: \E kept \in SUBSET certificates[i]:
           \E c \in kept:
               /\ c.kind = "finalize"
               /\ Restart(i, kept, c.block)
               /\ Is("Restart", <<i, kept, c.block>>)
    \/ \E m \in ByzantineMessages: ByzantineSend(m) /\ Is("ByzantineSend", <<m>>)

\* The same steps as Simplex has them.
PlainNext == Next /\ event' = <<>>

(***************************************************************************)
(* What must not be done.  Of a validator that is down nothing is asked    *)
(* but that it restarts with certificates which prove what it committed.   *)
(***************************************************************************)
Forbidden ==
    UNION {
        {<<"HoldCertificate", <<i, c, Voters(c, messages)>>>>:
            c \in {c \in AllCertificates: ~CanHoldCertificate(i, c, Voters(c, messages))}}
        \union {<<"EnterView", <<i, v>>>>: v \in {v \in Views: ~CanEnterView(i, v)}}
        \union {<<"Propose", <<i, b>>>>: b \in {b \in Blocks: ~CanPropose(i, b)}}
        \union {<<"Notarize", <<i, b>>>>:
                   b \in {b \in Blocks \ {Genesis}: ~CanNotarize(i, b)}}
        \union {<<"Nullify", <<i, v>>>>: v \in {v \in Views: ~CanNullify(i, v)}}
        \union {<<"Finalize", <<i, b>>>>: b \in {b \in Blocks: ~CanFinalize(i, b)}}
        \union {<<"Persist", <<i>>>>: k \in {k \in {1}: ~CanPersist(i)}}
        \union {<<"Commit", <<i, path>>>>: path \in {path \in Paths: ~CanCommit(i, path)}}:
        i \in up}
    \union UNION {
        {<<"Restart", <<i, GenesisCertificates, b>>>>: b \in Blocks \ {Genesis}}:
        i \in Honest \ up}

\* What validator i sees of it.
Sees(i) ==
    [self |-> i,
     up |-> i \in up,
     view |-> view[i],
     certificates |-> certificates[i],
     pending |-> pending[i],
     durable |-> durable[i],
     committed |-> committed[i],
     proposals |-> {m.block: m \in {m \in messages: m.kind = "propose"
                                                        /\ m.signer = Leader[m.view]}},
     voters |-> {<<c, Voters(c, messages)>>: c \in AllCertificates}]

Seen == [i \in Honest |-> Sees(i)]

NamedInit == ByzantineFirst /\ event = <<>>

CONSTANTS
    \* Which states are worth to go on from, and which steps are worth to be followed.
    Going, Taking

Explored ==
    CASE Going = "nobody crashes" -> NobodyCrashes
      [] Going = "one crashes" -> OnlyOneCrashes
      [] Going = "leader crashes" -> OnlyLeaderCrashes

Followed ==
    CASE Taking = "all" -> TRUE
      [] Taking = "prompt" -> Prompt
      [] Taking = "prompt or crash" -> PromptOrCrash

\* The constants that the Java core wants to know.
Constants ==
    [Weight |-> Weight, Leader |-> [v \in Views |-> Leader[v]], Blocks |-> Blocks]
=============================================================================
