----------------------------- MODULE SystemTrace ----------------------------
(***************************************************************************)
(* Is a recorded run of the replicas a behaviour of System?                *)
(*                                                                         *)
(* Each event must be a step of the action of its name in System itself,   *)
(* with its arguments and its outcome for the node.  One event is one      *)
(* step, and the states are one more than the events.                      *)
(*                                                                         *)
(* A trace knows more than System does: which attestations a node received *)
(* and which block it executed.  So a node is held to act on what it       *)
(* received, and not merely on what somebody signed, and to execute what   *)
(* everybody executes.                                                     *)
(*                                                                         *)
(* For whoever changes this module: TLC takes a disjunction or an \E that  *)
(* stands in an action for a choice between steps.  Guards that need one   *)
(* are operators on unprimed variables, used as values.                    *)
(***************************************************************************)
EXTENDS System, TLC

VARIABLE
    \* The attestations of others that each replica received since it last started.
    \* @type: VALIDATOR -> Set($attestation);
    heard

-----------------------------------------------------------------------------
(* What a replica learnt, beyond what System says of it. *)

\* i can show an attestation of root r of height h by s.
\* @type: (VALIDATOR, VALIDATOR, Int, ROOT) => Bool;
Knows(i, s, h, r) ==
    IF s = i
    THEN IF h \in DOMAIN durable[i] THEN durable[i][h] = r ELSE FALSE
    ELSE Attestation(s, h, r) \in heard[i]

\* @type: (VALIDATOR, Set(VALIDATOR), Int, ROOT) => Bool;
KnowsAll(i, signers, h, r) == \A s \in signers: Knows(i, s, h, r)

\* @type: (COMMAND, Int) => $block;
Block(command, quitted) == [command |-> command, quitted |-> quitted]

-----------------------------------------------------------------------------
(***************************************************************************)
(* i accepts an attestation of another replica, by itself or in a          *)
(* quittance.  A correct signer wrote it before.  A Byzantine signer       *)
(* leaves no record of what it sends, so it is taken to have sent it now   *)
(* if nobody received it before.                                           *)
(***************************************************************************)
\* @type: (VALIDATOR, $attestation) => Bool;
CanReceiveAttestation(i, m) ==
    /\ i \in up
    /\ m.signer /= i
    /\ m.signer \in Validators
    /\ m.signer \in Honest => m \in attestations

\* @type: (VALIDATOR, $attestation) => Bool;
ReceiveAttestation(i, m) ==
    /\ CanReceiveAttestation(i, m)
    /\ IF m \in attestations THEN UNCHANGED vars ELSE ByzantineAttest(m)
    /\ heard' = [heard EXCEPT ![i] = @ \union {m}]

\* @type: ({node: VALIDATOR, args: {attestation: $attestation}}) => Bool;
IsReceiveAttestation(e) == ReceiveAttestation(e.node, e.args.attestation)

(***************************************************************************)
(* The steps of System, each as an event has it.                           *)
(***************************************************************************)
(* @type: ({node: VALIDATOR, args: {height: Int, command: COMMAND, quitted: Int}}) => Bool; *)
IsOrder(e) ==
    /\ e.args.height = Len(chain) + 1
    /\ Order(Block(e.args.command, e.args.quitted))
    /\ UNCHANGED heard

(* @type: ({node: VALIDATOR, args: {height: Int, root: ROOT, command: COMMAND, quitted: Int},
                post: {executed: Int, diverged: Int}}) => Bool; *)
IsExecute(e) ==
    /\ Execute(e.node, e.args.height, e.args.root)
    /\ chain[e.args.height] = Block(e.args.command, e.args.quitted)
    /\ executed'[e.node] = e.post.executed
    /\ diverged'[e.node] = e.post.diverged
    /\ UNCHANGED heard

(* @type: ({node: VALIDATOR, args: {height: Int, root: ROOT},
                post: {signed: Int -> ROOT}}) => Bool; *)
IsAttest(e) ==
    /\ Attest(e.node, e.args.height, e.args.root)
    /\ [h \in {e.args.height} |-> signed'[e.node][h]] = e.post.signed
    /\ UNCHANGED heard

\* @type: ({node: VALIDATOR, args: {height: Int}, post: {durable: Int -> ROOT}}) => Bool;
IsSend(e) ==
    /\ Send(e.node, e.args.height)
    /\ [h \in {e.args.height} |-> durable'[e.node][h]] = e.post.durable
    /\ UNCHANGED heard

(* @type: ({node: VALIDATOR, args: {height: Int, root: ROOT, signers: Set(VALIDATOR)},
                post: {held: Int -> ROOT, diverged: Int}}) => Bool; *)
IsFormQuittance(e) ==
    /\ FormQuittance(e.node, e.args.height, e.args.root, e.args.signers)
    /\ KnowsAll(e.node, e.args.signers, e.args.height, e.args.root)
    /\ [h \in {e.args.height} |-> held'[e.node][h]] = e.post.held
    /\ diverged'[e.node] = e.post.diverged
    /\ UNCHANGED heard

(* @type: ({node: VALIDATOR, args: {height: Int, root: ROOT, signers: Set(VALIDATOR)},
                post: {held: Int -> ROOT, diverged: Int}}) => Bool; *)
IsReceiveQuittance(e) ==
    /\ ReceiveQuittance(e.node, e.args.height, e.args.root, e.args.signers)
    /\ KnowsAll(e.node, e.args.signers, e.args.height, e.args.root)
    /\ [h \in {e.args.height} |-> held'[e.node][h]] = e.post.held
    /\ diverged'[e.node] = e.post.diverged
    /\ UNCHANGED heard

\* @type: ({node: VALIDATOR, args: {height: Int}, post: {stopped: Bool}}) => Bool;
IsStop(e) ==
    /\ Stop(e.node, e.args.height)
    /\ (e.node \in stopped') = e.post.stopped
    /\ UNCHANGED heard

\* What was received is lost too.
\* @type: ({node: VALIDATOR, post: {up: Bool}}) => Bool;
IsCrash(e) ==
    /\ Crash(e.node)
    /\ (e.node \in up') = e.post.up
    /\ heard' = [heard EXCEPT ![e.node] = {}]

(* @type: ({node: VALIDATOR, args: {kept: Int},
                post: {up: Bool, executed: Int, diverged: Int}}) => Bool; *)
IsRestart(e) ==
    /\ Restart(e.node, e.args.kept)
    /\ (e.node \in up') = e.post.up
    /\ executed'[e.node] = e.post.executed
    /\ diverged'[e.node] = e.post.diverged
    /\ UNCHANGED heard

\* The symbolic checker reads no further: what follows is for TLC.
-----------------------------------------------------------------------------
(***************************************************************************)
(* What replica i could have done, for people who read why an event was    *)
(* rejected: for each action, what it could have taken it with.  Left out  *)
(* are ReceiveAttestation, which is possible with whatever others sent,    *)
(* and the root of a height that nobody executed yet.                      *)
(***************************************************************************)
Allowed(i) ==
    LET Next1 == executed[i] + 1
        SignersOf(m) == {s \in Validators: Knows(i, s, m.height, m.root)}
        Heard == heard[i] \union {Attestation(i, h, durable[i][h]): h \in DOMAIN durable[i]}
    IN  <<
        <<"Execute", {x \in {Next1}: IF x <= Len(chain) THEN IsRunning(i) ELSE FALSE}>>,
        <<"Attest", {h \in DOMAIN root[i]: CanAttest(i, h, root[i][h])}>>,
        <<"Send", {h \in DOMAIN signed[i]: CanSend(i, h)}>>,
        <<"FormQuittance",
          {<<m.height, m.root>>: m \in {x \in Heard:
               CanFormQuittance(i, x.height, x.root, SignersOf(x))}}>>,
        <<"Stop", {h \in {diverged[i]}: CanStop(i, h)}>>,
        <<"Restart", IF i \in up THEN {} ELSE 0 .. executed[i]>>
        >>

TraceInit ==
    /\ Init
    /\ heard = [i \in Honest |-> {}]
=============================================================================
