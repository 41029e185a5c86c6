-------------------------------- MODULE System -------------------------------
(***************************************************************************)
(* From order to settlement.  Consensus makes a chain of final blocks;     *)
(* here that is taken for granted (Simplex says how), and the chain just   *)
(* grows.  Every replica executes it block by block and attests the root   *)
(* of the state that it got.  A quorum of equal attestations of one height *)
(* is a quittance: what was settled there is final.                        *)
(*                                                                         *)
(* Three kinds of replicas: the Byzantine ones sign anything; the wrong    *)
(* ones keep to all rules, but their execution may go wrong (a fault of    *)
(* the machine, or of the program: it is not deterministic); all others    *)
(* are correct.  Execution is deterministic: correct replicas get one root *)
(* for one height.  What it does to the state is in Settlement.            *)
(*                                                                         *)
(* If replicas diverge or too few execute, no quittance comes about and    *)
(* the chain stops growing: the system halts instead of settling wrongly.  *)
(*                                                                         *)
(* Delivery is not modelled: a replica learns of attestations and of       *)
(* quittances whenever that is.                                            *)
(***************************************************************************)
EXTENDS Quorums, Sequences, FiniteSets, TLC

(*
  @typeAlias: block = { command: COMMAND, quitted: Int };
  @typeAlias: attestation = { signer: VALIDATOR, height: Int, root: ROOT };
*)
System_aliases == TRUE

CONSTANTS
    \* The replicas that keep to the rules, but may compute anything.
    \* @type: Set(VALIDATOR);
    Wrong,
    \* The chain grows while no more than this many final blocks have no quittance.
    \* @type: Int;
    MaxLag,
    \* The root of no state.
    \* @type: ROOT;
    NoRoot,
    \* The blocks, roots and heights of Next.  No rule depends on them.
    \* @type: Set($block);
    Blocks,
    \* @type: Set(ROOT);
    Roots,
    \* @type: Set(Int);
    Heights

VARIABLES
    \* The final blocks, by height: a command, and the highest height whose quittance the block
    \* carries, or 0.
    \* @type: Int -> $block;
    chain,
    \* The replicas that are running, of those that are not Byzantine.
    \* @type: Set(VALIDATOR);
    up,
    \* The height whose state a replica has: it executed the chain up to there, or took over ...
    \* @type: VALIDATOR -> Int;
    executed,
    \* ... the roots that it got when it executed, by height, ...
    \* @type: VALIDATOR -> (Int -> ROOT);
    root,
    \* ... and how often each command took effect.
    \* @type: VALIDATOR -> (COMMAND -> Int);
    applied,
    \* The roots that a replica remembers to have signed, by height.
    \* @type: VALIDATOR -> (Int -> ROOT);
    signed,
    \* Those of them that are on its stable storage.
    \* @type: VALIDATOR -> (Int -> ROOT);
    durable,
    \* The roots that a replica holds a quittance of, by height.  Volatile.
    \* @type: VALIDATOR -> (Int -> ROOT);
    held,
    \* A height at which a replica holds a quittance of another root than its own, or 0.
    \* @type: VALIDATOR -> Int;
    diverged,
    \* The replicas that have stopped for that reason, for good.
    \* @type: Set(VALIDATOR);
    stopped,
    \* Every attestation that was sent.
    \* @type: Set($attestation);
    attestations,
    \* The roots that had a quittance in the hands of a replica that is not Byzantine, by height.
    \* @type: Int -> Set(ROOT);
    quittances,
    \* What correct execution gives, by height; fixed by the first correct replica that executes.
    \* @type: Int -> ROOT;
    outcome

vars ==
    <<chain, up, executed, root, applied, signed, durable, held, diverged, stopped,
      attestations, quittances, outcome>>

\* f, with y at x.
\* @type: (a -> b, a, b) => (a -> b);
With(f, x, y) == (x :> y) @@ f

\* @type: Int -> ROOT;
NoRoots == [h \in 1 .. 0 |-> NoRoot]

\* @type: Set(COMMAND);
NoCommands == {}

\* @type: Int -> $block;
NoBlocks == [h \in 1 .. 0 |-> CHOOSE block \in Blocks: TRUE]

\* The height of the last final block, or 0.  (Nothing is above it; that is looked at first since
\* it settles the matter for almost every height.)
Tip ==
    IF DOMAIN chain = {} THEN 0
    ELSE CHOOSE h \in DOMAIN chain:
             h + 1 \notin DOMAIN chain /\ \A k \in DOMAIN chain: k <= h

\* @type: (VALIDATOR, Int, ROOT) => $attestation;
Attestation(i, h, r) == [signer |-> i, height |-> h, root |-> r]

\* All that have attested root r of height h.
\* @type: (Int, ROOT) => Set(VALIDATOR);
Attesters(h, r) == {i \in Validators: Attestation(i, h, r) \in attestations}

\* Do these signers make a quittance of root r of height h?
\* @type: (Int, ROOT, Set(VALIDATOR)) => Bool;
IsQuittance(h, r, signers) ==
    /\ IsQuorum(signers)
    /\ \A i \in signers: Attestation(i, h, r) \in attestations

\* A replica that knows of no reason to stop.
\* @type: (VALIDATOR) => Bool;
IsRunning(i) == i \in up /\ i \notin stopped /\ diverged[i] = 0

-----------------------------------------------------------------------------
(***************************************************************************)
(* A block becomes final.  Validators vote for it only if they hold a      *)
(* quittance of its parent or of one of the MaxLag blocks before it, and   *)
(* if the quittance that it carries is one.  (It is the parent's height    *)
(* that counts.  If each went by the height that is final so far, several  *)
(* blocks on their way to finality could get by.)                          *)
(***************************************************************************)
\* @type: ($block) => Bool;
CanOrder(block) ==
    /\ (\E h \in (Tip - MaxLag) .. Tip: h = 0 \/ h \in DOMAIN quittances) = TRUE
    /\ block.quitted <= Tip
    /\ IF block.quitted = 0 THEN TRUE ELSE block.quitted \in DOMAIN quittances

\* @type: ($block) => Bool;
Order(block) ==
    /\ CanOrder(block)
    /\ chain' = With(chain, Tip + 1, block)
    /\ UNCHANGED <<up, executed, root, applied, signed, durable, held, diverged, stopped,
                   attestations, quittances, outcome>>

(***************************************************************************)
(* A replica executes the next block.  The block's command takes effect    *)
(* unless it has before: it may have been ordered twice.  A correct        *)
(* replica gets the root that every correct replica gets.                  *)
(***************************************************************************)
\* @type: (VALIDATOR, Int, ROOT) => Bool;
CanExecute(i, h, r) ==
    /\ IsRunning(i)
    /\ h = executed[i] + 1
    /\ h \in DOMAIN chain
    /\ IF i \notin Wrong /\ h \in DOMAIN outcome THEN r = outcome[h] ELSE TRUE

\* The effects after one more command.
\* @type: (COMMAND -> Int, COMMAND) => (COMMAND -> Int);
Apply(effects, c) == IF c \in DOMAIN effects THEN effects ELSE With(effects, c, 1)

\* @type: (VALIDATOR, Int, ROOT) => Bool;
Execute(i, h, r) ==
    /\ CanExecute(i, h, r)
    /\ executed' = [executed EXCEPT ![i] = h]
    /\ root' = [root EXCEPT ![i] = With(@, h, r)]
    /\ applied' = [applied EXCEPT ![i] = Apply(@, chain[h].command)]
    /\ diverged' = [diverged EXCEPT ![i] =
           IF h \in DOMAIN held[i] THEN (IF held[i][h] = r THEN 0 ELSE h) ELSE 0]
    /\ outcome' = IF i \in Wrong THEN outcome ELSE With(outcome, h, r)
    /\ UNCHANGED <<chain, up, signed, durable, held, stopped, attestations, quittances>>

(***************************************************************************)
(* A replica signs the root that it got for a height, once for each        *)
(* height, whatever it gets when it executes the block again.              *)
(***************************************************************************)
\* @type: (VALIDATOR, Int, ROOT) => Bool;
CanAttest(i, h, r) ==
    /\ IsRunning(i)
    /\ h \in DOMAIN root[i]
    /\ r = root[i][h]
    /\ h \notin DOMAIN signed[i]

\* @type: (VALIDATOR, Int, ROOT) => Bool;
Attest(i, h, r) ==
    /\ CanAttest(i, h, r)
    /\ signed' = [signed EXCEPT ![i] = With(@, h, r)]
    /\ UNCHANGED <<chain, up, executed, root, applied, durable, held, diverged, stopped,
                   attestations, quittances, outcome>>

(***************************************************************************)
(* What a replica signed is written to stable storage, and sent then.      *)
(* That is one step: to crash between the two is to send what nobody ever  *)
(* receives.  To crash before is to forget what nobody has seen.           *)
(***************************************************************************)
\* @type: (VALIDATOR, Int) => Bool;
CanSend(i, h) ==
    /\ IsRunning(i)
    /\ h \in DOMAIN signed[i]
    /\ h \notin DOMAIN durable[i]

\* @type: (VALIDATOR, Int) => Bool;
Send(i, h) ==
    /\ CanSend(i, h)
    /\ durable' = [durable EXCEPT ![i] = With(@, h, signed[i][h])]
    /\ attestations' = attestations \union {Attestation(i, h, signed[i][h])}
    /\ UNCHANGED <<chain, up, executed, root, applied, signed, held, diverged, stopped,
                   quittances, outcome>>

\* Replica i has root r of height h under a quittance.
\* @type: (VALIDATOR, Int, ROOT) => Bool;
Hold(i, h, r) ==
    /\ held' = [held EXCEPT ![i] = With(@, h, r)]
    /\ diverged' = [diverged EXCEPT ![i] =
           IF h \in DOMAIN root[i] THEN (IF root[i][h] = r THEN @ ELSE h) ELSE @]
    /\ quittances' =
           With(quittances, h,
                {r} \union (IF h \in DOMAIN quittances THEN quittances[h] ELSE {}))
    /\ UNCHANGED <<chain, up, executed, root, applied, signed, durable, stopped, attestations,
                   outcome>>

(***************************************************************************)
(* A replica has collected enough equal attestations of a height of which  *)
(* it holds no quittance yet.                                              *)
(***************************************************************************)
\* @type: (VALIDATOR, Int, ROOT, Set(VALIDATOR)) => Bool;
CanFormQuittance(i, h, r, signers) ==
    /\ IsRunning(i)
    /\ h \notin DOMAIN held[i]
    /\ IsQuittance(h, r, signers)

\* @type: (VALIDATOR, Int, ROOT, Set(VALIDATOR)) => Bool;
FormQuittance(i, h, r, signers) ==
    /\ CanFormQuittance(i, h, r, signers)
    /\ Hold(i, h, r)

(***************************************************************************)
(* A replica is shown a quittance, by whomever: in a block, or by itself.  *)
(***************************************************************************)
\* @type: (VALIDATOR, Int, ROOT, Set(VALIDATOR)) => Bool;
CanReceiveQuittance(i, h, r, signers) ==
    /\ IsRunning(i)
    /\ h \notin DOMAIN held[i]
    /\ IsQuittance(h, r, signers)

\* @type: (VALIDATOR, Int, ROOT, Set(VALIDATOR)) => Bool;
ReceiveQuittance(i, h, r, signers) ==
    /\ CanReceiveQuittance(i, h, r, signers)
    /\ Hold(i, h, r)

(***************************************************************************)
(* A replica that got another root than the quittance says stops, with a   *)
(* report: it is faulty, or has hit upon something that is not             *)
(* deterministic.  It does nothing else any more.                          *)
(***************************************************************************)
\* @type: (VALIDATOR, Int) => Bool;
CanStop(i, h) ==
    /\ i \in up
    /\ i \notin stopped
    /\ h > 0
    /\ h = diverged[i]

\* @type: (VALIDATOR, Int) => Bool;
Stop(i, h) ==
    /\ CanStop(i, h)
    /\ stopped' = stopped \union {i}
    /\ UNCHANGED <<chain, up, executed, root, applied, signed, durable, held, diverged,
                   attestations, quittances, outcome>>

(***************************************************************************)
(* A replica crashes.  What it signed and has not written is forgotten, as *)
(* are the quittances that it held.                                        *)
(***************************************************************************)
\* @type: (VALIDATOR) => Bool;
CanCrash(i) == i \in up

\* @type: (VALIDATOR) => Bool;
Crash(i) ==
    /\ CanCrash(i)
    /\ up' = up \ {i}
    /\ signed' = [signed EXCEPT ![i] = durable[i]]
    /\ held' = [held EXCEPT ![i] = NoRoots]
    /\ diverged' = [diverged EXCEPT ![i] = 0]
    /\ UNCHANGED <<chain, executed, root, applied, durable, stopped, attestations, quittances,
                   outcome>>

\* The effects of the first k blocks.
\* @type: (Int) => (COMMAND -> Int);
EffectsUpTo(k) == [c \in {chain[j].command: j \in {h \in DOMAIN chain: h <= k}} |-> 1]

(***************************************************************************)
(* A replica comes back with the state that it had at some height, and     *)
(* executes from there the blocks that it has on stable storage.           *)
(***************************************************************************)
\* @type: (VALIDATOR, Int) => Bool;
CanRestart(i, kept) ==
    /\ i \in Honest
    /\ i \notin up
    /\ 0 <= kept
    /\ kept <= executed[i]

\* @type: (VALIDATOR, Int) => Bool;
Restart(i, kept) ==
    /\ CanRestart(i, kept)
    /\ up' = up \union {i}
    /\ executed' = [executed EXCEPT ![i] = kept]
    /\ root' = [root EXCEPT ![i] = [h \in {x \in DOMAIN @: x <= kept} |-> @[h]]]
    /\ applied' = [applied EXCEPT ![i] = EffectsUpTo(kept)]
    /\ UNCHANGED <<chain, signed, durable, held, diverged, stopped, attestations, quittances,
                   outcome>>

(***************************************************************************)
(* A replica that is behind takes over the state that others have after    *)
(* block h, and goes on from there: a new one, one that was away for long, *)
(* or one that has waited in vain for blocks which nobody keeps any more.  *)
(* It holds a quittance of that height, and the state has its root.  The   *)
(* root says too which block the state is the outcome of, and that block   *)
(* is final: so nobody can pass the state of one height off as that of     *)
(* another.                                                                *)
(*                                                                         *)
(* That is safe because the replica only ever relies on it to get further. *)
(* What it has not executed itself it does not attest, not even h; and     *)
(* what it has signed before it still remembers: this is not for replicas  *)
(* that have lost what they wrote.  (If a quorum settled wrongly, whoever  *)
(* takes that over gets wrong roots like the quorum, and counts as wrong.) *)
(***************************************************************************)
\* @type: (VALIDATOR, Int, ROOT) => Bool;
CanInstallSnapshot(i, h, r) ==
    /\ IsRunning(i)
    /\ h > executed[i]
    /\ h \in DOMAIN chain
    /\ h \in DOMAIN held[i]
    /\ r = held[i][h]
    /\ i \notin Wrong /\ h \in DOMAIN outcome => r = outcome[h]

\* @type: (VALIDATOR, Int, ROOT) => Bool;
InstallSnapshot(i, h, r) ==
    /\ CanInstallSnapshot(i, h, r)
    /\ executed' = [executed EXCEPT ![i] = h]
    /\ applied' = [applied EXCEPT ![i] = EffectsUpTo(h)]
    /\ UNCHANGED <<chain, up, root, signed, durable, held, diverged, stopped, attestations,
                   quittances, outcome>>

(***************************************************************************)
(* A Byzantine replica attests anything, in its own name only.             *)
(***************************************************************************)
\* @type: ($attestation) => Bool;
CanByzantineAttest(m) ==
    /\ m \notin attestations
    /\ m.signer \in Byzantine

\* @type: ($attestation) => Bool;
ByzantineAttest(m) ==
    /\ CanByzantineAttest(m)
    /\ attestations' = attestations \union {m}
    /\ UNCHANGED <<chain, up, executed, root, applied, signed, durable, held, diverged, stopped,
                   quittances, outcome>>

-----------------------------------------------------------------------------
\* Everything that Byzantine replicas can attest.
\* @type: Set($attestation);
ByzantineAttestations == {Attestation(i, h, r): i \in Byzantine, h \in Heights, r \in Roots}

\* All replicas are new.
AllFresh ==
    /\ chain = NoBlocks
    /\ up = Honest
    /\ executed = [i \in Honest |-> 0]
    /\ root = [i \in Honest |-> NoRoots]
    /\ applied = [i \in Honest |-> [c \in NoCommands |-> 0]]
    /\ signed = [i \in Honest |-> NoRoots]
    /\ durable = [i \in Honest |-> NoRoots]
    /\ held = [i \in Honest |-> NoRoots]
    /\ diverged = [i \in Honest |-> 0]
    /\ stopped = {}
    /\ quittances = [h \in 1 .. 0 |-> {NoRoot}]
    /\ outcome = NoRoots

Init ==
    /\ attestations = {}
    /\ AllFresh

\* (Whatever signers can be found, all that attested will do as well.)
Next ==
    \/ \E block \in Blocks: Order(block)
    \/ \E i \in Honest, h \in Heights, r \in Roots: Execute(i, h, r)
    \/ \E i \in Honest, h \in Heights, r \in Roots: Attest(i, h, r)
    \/ \E i \in Honest, h \in Heights: Send(i, h)
    \/ \E i \in Honest, h \in Heights, r \in Roots: FormQuittance(i, h, r, Attesters(h, r))
    \/ \E i \in Honest, h \in Heights, r \in Roots: ReceiveQuittance(i, h, r, Attesters(h, r))
    \/ \E i \in Honest, h \in Heights: Stop(i, h)
    \/ \E i \in Honest: Crash(i)
    \/ \E i \in Honest, kept \in Heights \union {0}: Restart(i, kept)
    \/ \E i \in Honest, h \in Heights, r \in Roots: InstallSnapshot(i, h, r)
    \/ \E m \in ByzantineAttestations: ByzantineAttest(m)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* What is proved by the attestations that were sent. *)

\* @type: Set(Int);
AttestedHeights == {m.height: m \in attestations}

\* The roots of height h of which anyone could form a quittance.
\* @type: (Int) => Set(ROOT);
Quitted(h) ==
    {r \in {m.root: m \in attestations}: IsQuittance(h, r, Attesters(h, r))}

\* Evidence: i has attested two roots of one height.
\* @type: (VALIDATOR) => Bool;
AttestedTwo(i) ==
    \E m, n \in {a \in attestations: a.signer = i}: m.height = n.height /\ m.root /= n.root

\* Evidence: i has attested another root than a quittance says.
\* @type: (VALIDATOR) => Bool;
ContradictsQuittance(i) ==
    \E m \in {a \in attestations: a.signer = i}: \E r \in Quitted(m.height): r /= m.root

-----------------------------------------------------------------------------
(* What must hold while Byzantine weight is below a third, ... *)

QuittanceAgreement == \A h \in AttestedHeights: Cardinality(Quitted(h)) <= 1

(* ... while Byzantine and wrong weight together are below a third, ... *)

QuittanceMatchesExecution ==
    \A h \in AttestedHeights: \A r \in Quitted(h):
        IF h \in DOMAIN outcome THEN r = outcome[h] ELSE FALSE

\* No correct replica is ever convicted by a quittance, or ever stops.
NoCorrectContradicts == \A i \in Honest \ Wrong: ~ContradictsQuittance(i)
NoCorrectStops == stopped \subseteq Wrong

-----------------------------------------------------------------------------
(* ... and however many are Byzantine or wrong. *)

\* Nobody who keeps to the rules attests two roots of one height, through crashes and all.
NoHonestAttestationEvidence == \A i \in Honest: ~AttestedTwo(i)

\* If there are two quittances of one height, a third of the weight is convicted.
AttestationAccountability ==
    \A h \in AttestedHeights:
        Cardinality(Quitted(h)) > 1 => IsThird({i \in Validators: AttestedTwo(i)})

\* What replicas hold, anyone can check.
HeldAreQuittances ==
    /\ \A h \in DOMAIN quittances: quittances[h] /= {} /\ quittances[h] \subseteq Quitted(h)
    /\ \A i \in Honest: \A h \in DOMAIN held[i]: held[i][h] \in quittances[h]

\* Every attestation that is out is on its signer's stable storage.
DurableAttestations ==
    \A m \in attestations: m.signer \in Honest =>
        IF m.height \in DOMAIN durable[m.signer]
        THEN durable[m.signer][m.height] = m.root
        ELSE FALSE

\* Replicas sign what they got, and nothing that a quittance which they hold contradicts.
AttestsOnlyExecuted ==
    [][\A i \in Honest: \A h \in DOMAIN signed'[i] \ DOMAIN signed[i]:
          /\ h <= executed[i]
          /\ signed'[i][h] = root[i][h]
          /\ h \in DOMAIN held[i] => held[i][h] = signed'[i][h]]_vars

\* The only own roots are those of blocks that were executed, one after another: what was taken
\* over gives none, and so nothing to attest.
OwnRootsAreExecuted ==
    [][\A i \in Honest: \A h \in DOMAIN root'[i] \ DOMAIN root[i]:
          h = executed[i] + 1 /\ h = executed'[i]]_vars

\* Who gets further without executing has a quittance of the height that it gets to.
TakesOverSettled ==
    [][\A i \in Honest:
          executed'[i] > executed[i] /\ executed'[i] \notin DOMAIN root'[i] =>
              executed'[i] \in DOMAIN held[i]]_vars

\* Who has seen that its root is not what was settled does not go on.
DivergedDoNothing ==
    [][\A i \in Honest: diverged[i] > 0 /\ i \in up' =>
          executed'[i] = executed[i] /\ signed'[i] = signed[i] /\ durable'[i] = durable[i]]_vars

\* diverged says what it is meant to say.
DivergedIsSeen ==
    \A i \in Honest:
        (diverged[i] > 0) =
            (\E h \in DOMAIN held[i] \intersect DOMAIN root[i]: held[i][h] /= root[i][h])

\* Every command that was executed took effect once, and no other did.
ExactlyOnce ==
    \A i \in Honest:
        /\ DOMAIN applied[i] = {chain[k].command: k \in 1 .. executed[i]}
        /\ \A c \in DOMAIN applied[i]: applied[i][c] = 1

\* No more than MaxLag blocks and the one that is voted for are final without a quittance.
BoundedLag ==
    \/ Tip <= MaxLag + 1
    \/ \E h \in DOMAIN quittances: Tip - h <= MaxLag + 1

\* What a block says to have a quittance has one, and is settled before it (Treasury!Quit).
BlocksCarryQuittances ==
    \A k \in DOMAIN chain:
        \/ chain[k].quitted = 0
        \/ chain[k].quitted < k /\ Quitted(chain[k].quitted) /= {}
=============================================================================
