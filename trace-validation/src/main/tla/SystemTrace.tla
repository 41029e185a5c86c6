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

CONSTANT
    \* How many heights are remembered at least below those that ordering looks at.
    \* @type: Int;
    Window

VARIABLES
    \* The attestations of others that each replica received since it last started.
    \* @type: VALIDATOR -> Set($attestation);
    heard,
    \* What is known of heights up to this one has been forgotten.
    \* @type: Int;
    floor

history == <<heard, floor>>

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
    /\ UNCHANGED floor

\* @type: ({node: VALIDATOR, args: {attestation: $attestation}}) => Bool;
IsReceiveAttestation(e) == ReceiveAttestation(e.node, e.args.attestation)

(***************************************************************************)
(* The steps of System, each as an event has it.                           *)
(***************************************************************************)
(* @type: ({node: VALIDATOR, args: {height: Int, command: COMMAND, quitted: Int}}) => Bool; *)
IsOrder(e) ==
    /\ e.args.height = Tip + 1
    /\ Order(Block(e.args.command, e.args.quitted))
    /\ UNCHANGED history

(* @type: ({node: VALIDATOR, args: {height: Int, root: ROOT, command: COMMAND, quitted: Int},
                post: {executed: Int, diverged: Int}}) => Bool; *)
IsExecute(e) ==
    /\ Execute(e.node, e.args.height, e.args.root)
    /\ chain[e.args.height] = Block(e.args.command, e.args.quitted)
    /\ executed'[e.node] = e.post.executed
    /\ diverged'[e.node] = e.post.diverged
    /\ UNCHANGED history

(* @type: ({node: VALIDATOR, args: {height: Int, root: ROOT},
                post: {signed: Int -> ROOT}}) => Bool; *)
IsAttest(e) ==
    /\ Attest(e.node, e.args.height, e.args.root)
    /\ [h \in {e.args.height} |-> signed'[e.node][h]] = e.post.signed
    /\ UNCHANGED history

\* @type: ({node: VALIDATOR, args: {height: Int}, post: {durable: Int -> ROOT}}) => Bool;
IsSend(e) ==
    /\ Send(e.node, e.args.height)
    /\ [h \in {e.args.height} |-> durable'[e.node][h]] = e.post.durable
    /\ UNCHANGED history

(* @type: ({node: VALIDATOR, args: {height: Int, root: ROOT, signers: Set(VALIDATOR)},
                post: {held: Int -> ROOT, diverged: Int}}) => Bool; *)
IsFormQuittance(e) ==
    /\ FormQuittance(e.node, e.args.height, e.args.root, e.args.signers)
    /\ KnowsAll(e.node, e.args.signers, e.args.height, e.args.root)
    /\ [h \in {e.args.height} |-> held'[e.node][h]] = e.post.held
    /\ diverged'[e.node] = e.post.diverged
    /\ UNCHANGED history

(* @type: ({node: VALIDATOR, args: {height: Int, root: ROOT, signers: Set(VALIDATOR)},
                post: {held: Int -> ROOT, diverged: Int}}) => Bool; *)
IsReceiveQuittance(e) ==
    /\ ReceiveQuittance(e.node, e.args.height, e.args.root, e.args.signers)
    /\ KnowsAll(e.node, e.args.signers, e.args.height, e.args.root)
    /\ [h \in {e.args.height} |-> held'[e.node][h]] = e.post.held
    /\ diverged'[e.node] = e.post.diverged
    /\ UNCHANGED history

\* @type: ({node: VALIDATOR, args: {height: Int}, post: {stopped: Bool}}) => Bool;
IsStop(e) ==
    /\ Stop(e.node, e.args.height)
    /\ (e.node \in stopped') = e.post.stopped
    /\ UNCHANGED history

\* What was received is lost too.
\* @type: ({node: VALIDATOR, post: {up: Bool}}) => Bool;
IsCrash(e) ==
    /\ Crash(e.node)
    /\ (e.node \in up') = e.post.up
    /\ heard' = [heard EXCEPT ![e.node] = {}]
    /\ UNCHANGED floor

(* @type: ({node: VALIDATOR, args: {kept: Int},
                post: {up: Bool, executed: Int, diverged: Int}}) => Bool; *)
IsRestart(e) ==
    /\ Restart(e.node, e.args.kept)
    /\ (e.node \in up') = e.post.up
    /\ executed'[e.node] = e.post.executed
    /\ diverged'[e.node] = e.post.diverged
    /\ UNCHANGED history

\* The block whose outcome was taken over is the one that the chain has at that height.
(* @type: ({node: VALIDATOR, args: {height: Int, root: ROOT, command: COMMAND, quitted: Int},
                post: {executed: Int}}) => Bool; *)
IsInstallSnapshot(e) ==
    /\ InstallSnapshot(e.node, e.args.height, e.args.root)
    /\ chain[e.args.height] = Block(e.args.command, e.args.quitted)
    /\ executed'[e.node] = e.post.executed
    /\ UNCHANGED history

\* The symbolic checker reads no further: what follows is for TLC.
-----------------------------------------------------------------------------
(***************************************************************************)
(* A run may be long, and what it did is not remembered for ever: from     *)
(* time to time, when a block becomes final, whatever is about old heights *)
(* is forgotten, of all replicas alike, whether they run, lag or are down. *)
(*                                                                         *)
(* That changes no verdict on an event about a later height.  For each     *)
(* rule but four speaks of one height, that of the event, or of none, and  *)
(* compares heights with each other as numbers, which are not forgotten.   *)
(* The four:                                                               *)
(*  - CanOrder looks for a quittance of one of the last heights down to    *)
(*    Tip - MaxLag, which are all above the floor, and for that of the     *)
(*    height that the block names, which is the event's height here;       *)
(*  - Apply looks for the command, which may have been that of a forgotten *)
(*    block too: what it counts is 1 in any case, and no rule reads it;    *)
(*  - Restart gives up what is above some height, and nothing below it;    *)
(*  - InstallSnapshot takes over the effects of all blocks up to a height, *)
(*    and with them it is as with Apply.                                   *)
(* Tip is the same, since the last block is above the floor.  What an      *)
(* event writes is about its own height as well, so that to forget after   *)
(* the event is to forget before it.  (MCSystemForgetting checks both.)    *)
(***************************************************************************)
Kept == Window + MaxLag + 1

MustForget(e) ==
    IF e.action = "Order" THEN Tip > floor + 2 * Kept ELSE FALSE

(***************************************************************************)
(* An event about a height that has been forgotten, of a replica that      *)
(* lags, is taken to be right as far as it rests on what has been          *)
(* forgotten: these facts are taken for granted, and the event must then   *)
(* be a step like any other.  Facts that are there are never replaced, so  *)
(* that what the replica did since, about the same height, is held against *)
(* it.  Whoever validates a trace says how often that was necessary.       *)
(*                                                                         *)
(* What was recalled of other heights, further off, is forgotten again: a  *)
(* replica that executes everything once more needs no more room.          *)
(***************************************************************************)
IsForgotten(h) == 0 < h /\ h <= floor

\* The height that the event is about, or that it rests on; 0 if there is none.
HeightOf(e) ==
    CASE e.action = "ReceiveAttestation" -> e.args.attestation.height
      [] e.action = "Order" -> e.args.quitted
      [] e.action \in {"Execute", "Attest", "Send", "FormQuittance", "ReceiveQuittance",
                       "InstallSnapshot"} ->
             e.args.height
      [] OTHER -> 0

IsOfQuittance(e) == e.action \in {"FormQuittance", "ReceiveQuittance"}

\* The event says that its node now sees that it got another root.
SaysDiverged(e) == e.post.diverged = e.args.height

\* One entry of a function of heights, or none.
Entry(is, h, value) == [x \in {y \in {h}: is} |-> value]

\* The block that the event's node is taken to have got to, and the quittance that a block rests on.
RecalledBlocks(e) ==
    IF e.action \in {"Execute", "InstallSnapshot"}
    THEN Entry(TRUE, e.args.height, Block(e.args.command, e.args.quitted))
    ELSE NoBlocks

RecalledQuittances(e) == Entry(e.action = "Order", HeightOf(e), {})

\* What the node is taken to have executed: the root that it attests, or another than a quittance's.
RecalledRoots(e) ==
    CASE e.action = "Attest" -> Entry(TRUE, e.args.height, e.args.root)
      [] IsOfQuittance(e) -> Entry(SaysDiverged(e), e.args.height, NoRoot)
      [] OTHER -> NoRoots

\* What it is taken to have signed, and to have written.
RecalledSigned(e) ==
    IF e.action = "Send"
    THEN [h \in {e.args.height} \intersect DOMAIN e.post.durable |-> e.post.durable[h]]
    ELSE NoRoots

RecalledDurable(e) ==
    IF IsOfQuittance(e)
    THEN Entry(e.node \in e.args.signers, e.args.height, e.args.root)
    ELSE NoRoots

\* The quittance that it is taken to hold: of another root, or of the state that it takes over.
RecalledHeld(e) ==
    CASE e.action = "Execute" -> Entry(SaysDiverged(e), e.args.height, NoRoot)
      [] e.action = "InstallSnapshot" -> Entry(TRUE, e.args.height, e.args.root)
      [] OTHER -> NoRoots

\* Attestations that are taken to have been sent, ...
RecalledAttestations(e) ==
    CASE e.action = "ReceiveAttestation" ->
             {m \in {e.args.attestation}: m.signer \in Honest}
      [] IsOfQuittance(e) ->
             {Attestation(s, e.args.height, e.args.root): s \in e.args.signers}
      [] OTHER -> {}

\* ... and those that the node is taken to have received.
RecalledReceipts(e) ==
    IF IsOfQuittance(e) THEN {m \in RecalledAttestations(e): m.signer # e.node} ELSE {}

\* Has this been done already?
HasRecalled(e) ==
    /\ DOMAIN RecalledBlocks(e) \subseteq DOMAIN chain
    /\ DOMAIN RecalledQuittances(e) \subseteq DOMAIN quittances
    /\ DOMAIN RecalledRoots(e) \subseteq DOMAIN root[e.node]
    /\ DOMAIN RecalledSigned(e) \subseteq DOMAIN signed[e.node]
    /\ DOMAIN RecalledDurable(e) \subseteq DOMAIN durable[e.node]
    /\ DOMAIN RecalledHeld(e) \subseteq DOMAIN held[e.node]
    /\ RecalledAttestations(e) \subseteq attestations
    /\ RecalledReceipts(e) \subseteq heard[e.node]

MustRecall(e) == IF IsForgotten(HeightOf(e)) THEN ~HasRecalled(e) ELSE FALSE

\* What is done before the event e is taken, if anything.
IsUpkeepDue(e) == IF MustForget(e) THEN TRUE ELSE MustRecall(e)

Upkeep(e) ==
    LET i == e.node
        h == HeightOf(e)
        low == IF MustForget(e) THEN Tip - Kept ELSE floor
        isOld == 0 < h /\ h <= low
        Stays(x) == x > low \/ (isOld /\ x \in (h - Window) .. (h + Window))
        Of(f) == [x \in {y \in DOMAIN f: Stays(y)} |-> f[x]]
        OfAll(S) == {m \in S: Stays(m.height)}
        Commands == {chain[x].command: x \in {y \in DOMAIN chain: Stays(y)}}
        \* With what is recalled: of all, and of replica j.
        And(f, more) == IF isOld THEN Of(f) @@ more ELSE Of(f)
        Own(j, f, more) == IF j = i THEN And(f, more) ELSE Of(f)
    IN  /\ floor' = low
        /\ chain' = And(chain, RecalledBlocks(e))
        /\ root' = [j \in Honest |-> Own(j, root[j], RecalledRoots(e))]
        /\ applied' = [j \in Honest |->
               [c \in DOMAIN applied[j] \intersect Commands |-> applied[j][c]]]
        /\ signed' = [j \in Honest |-> Own(j, signed[j], RecalledSigned(e))]
        /\ durable' = [j \in Honest |-> Own(j, durable[j], RecalledDurable(e))]
        /\ held' = [j \in Honest |-> Own(j, held[j], RecalledHeld(e))]
        /\ attestations' =
               OfAll(attestations) \union (IF isOld THEN RecalledAttestations(e) ELSE {})
        /\ quittances' = And(quittances, RecalledQuittances(e))
        /\ outcome' = Of(outcome)
        /\ heard' = [j \in Honest |->
               OfAll(heard[j])
                   \union (IF isOld /\ j = i THEN RecalledReceipts(e) ELSE {})]
        /\ UNCHANGED <<up, executed, diverged, stopped>>

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
        <<"Execute", {x \in {Next1}: IF x \in DOMAIN chain THEN IsRunning(i) ELSE FALSE}>>,
        <<"Attest", {h \in DOMAIN root[i]: CanAttest(i, h, root[i][h])}>>,
        <<"Send", {h \in DOMAIN signed[i]: CanSend(i, h)}>>,
        <<"FormQuittance",
          {<<m.height, m.root>>: m \in {x \in Heard:
               CanFormQuittance(i, x.height, x.root, SignersOf(x))}}>>,
        <<"Stop", {h \in {diverged[i]}: CanStop(i, h)}>>,
        <<"Restart", IF i \in up THEN {} ELSE 0 .. executed[i]>>,
        <<"InstallSnapshot",
          {h \in DOMAIN held[i]: CanInstallSnapshot(i, h, held[i][h])}>>
        >>

TraceInit ==
    /\ Init
    /\ heard = [i \in Honest |-> {}]
    /\ floor = 0
=============================================================================
