------------------------- MODULE MCSystemForgetting -------------------------
(***************************************************************************)
(* What may be forgotten of a long run.  Whoever holds a trace against     *)
(* System can't remember all of it: what is about heights up to a floor is *)
(* dropped, of all replicas alike, wherever they are.                      *)
(*                                                                         *)
(* That changes nothing for a step that is about a later height: it is     *)
(* possible after the forgetting if, and only if, it was before; and it    *)
(* leads to the same state but for what is forgotten.  This module says    *)
(* so, and models check it for every floor in every state and step.  So    *)
(* forgetting as often as one likes changes no verdict on such steps.      *)
(* Steps about earlier heights can't be judged any more; of these a trace  *)
(* validator takes for granted what it has forgotten (SystemTrace,         *)
(* Upkeep), and counts them.                                               *)
(***************************************************************************)
EXTENDS MCSystem

\* Is that height remembered?
\* @type: (Int, Int) => Bool;
IsLater(h, floor) == h > floor

\* @type: (Int -> a, Int) => (Int -> a);
Later(f, floor) == [h \in {x \in DOMAIN f: IsLater(x, floor)} |-> f[h]]

\* The effects of the blocks that are remembered.
\* @type: (VALIDATOR, Int) => (COMMAND -> Int);
LaterEffects(i, floor) ==
    LET heights == {h \in DOMAIN chain: IsLater(h, floor) /\ h <= executed[i]}
    IN  [c \in {chain[h].command: h \in heights} |-> applied[i][c]]

\* System in a state in which all up to the floor is forgotten.
After(floor) ==
    INSTANCE System WITH
        chain <- Later(chain, floor),
        root <- [i \in Honest |-> Later(root[i], floor)],
        applied <- [i \in Honest |-> LaterEffects(i, floor)],
        signed <- [i \in Honest |-> Later(signed[i], floor)],
        durable <- [i \in Honest |-> Later(durable[i], floor)],
        held <- [i \in Honest |-> Later(held[i], floor)],
        attestations <- {m \in attestations: IsLater(m.height, floor)},
        quittances <- Later(quittances, floor),
        outcome <- Later(outcome, floor)

Floors == {0} \union Heights

\* A block rests on the last heights, and on the one that it names.
\* @type: ($block, Int) => Bool;
IsOnLater(block, floor) ==
    /\ floor = 0 \/ floor < Tip - MaxLag
    /\ block.quitted = 0 \/ block.quitted > floor

-----------------------------------------------------------------------------
(* The steps about later heights, action by action: possible before and after alike. *)

OrderIsKept(floor) ==
    \A block \in {b \in Blocks: IsOnLater(b, floor)}:
        CanOrder(block) <=> After(floor)!CanOrder(block)

\* With whom of those that attested, doesn't matter: all will do as well.
StepsAreKept(i, h, floor) ==
    /\ \A r \in Roots:
           /\ CanExecute(i, h, r) <=> After(floor)!CanExecute(i, h, r)
           /\ CanAttest(i, h, r) <=> After(floor)!CanAttest(i, h, r)
           /\ LET signers == Attesters(h, r)
              IN  /\ CanFormQuittance(i, h, r, signers)
                         <=> After(floor)!CanFormQuittance(i, h, r, signers)
                  /\ CanReceiveQuittance(i, h, r, signers)
                         <=> After(floor)!CanReceiveQuittance(i, h, r, signers)
           /\ CanInstallSnapshot(i, h, r) <=> After(floor)!CanInstallSnapshot(i, h, r)
    /\ CanSend(i, h) <=> After(floor)!CanSend(i, h)

ByzantineAttestIsKept(floor) ==
    \A m \in {x \in ByzantineAttestations: x.height > floor}:
        CanByzantineAttest(m) <=> After(floor)!CanByzantineAttest(m)

\* These are about no height, or compare heights with each other only.
OthersAreKept(i, floor) ==
    /\ CanCrash(i) <=> After(floor)!CanCrash(i)
    /\ \A h \in Heights: CanStop(i, h) <=> After(floor)!CanStop(i, h)
    /\ \A kept \in {0} \union Heights: CanRestart(i, kept) <=> After(floor)!CanRestart(i, kept)

(***************************************************************************)
(* Forgetting up to any floor keeps every step about later heights, and    *)
(* adds none.                                                              *)
(***************************************************************************)
ForgettingIsExact ==
    \A floor \in Floors:
        /\ OrderIsKept(floor)
        /\ ByzantineAttestIsKept(floor)
        /\ \A i \in Honest: OthersAreKept(i, floor)
        /\ \A i \in Honest: \A h \in {x \in Heights: x > floor}: StepsAreKept(i, h, floor)

-----------------------------------------------------------------------------
(***************************************************************************)
(* ... and each leads to where it led, but for what is forgotten.          *)
(***************************************************************************)
LeadsToTheSame(floor) ==
    /\ \A block \in {b \in Blocks: IsOnLater(b, floor)}:
           Order(block) => After(floor)!Order(block)
    /\ \A i \in Honest: \A h \in {x \in Heights: x > floor}:
           /\ \A r \in Roots:
                  /\ Execute(i, h, r) => After(floor)!Execute(i, h, r)
                  /\ Attest(i, h, r) => After(floor)!Attest(i, h, r)
                  /\ FormQuittance(i, h, r, Attesters(h, r))
                         => After(floor)!FormQuittance(i, h, r, Attesters(h, r))
                  /\ InstallSnapshot(i, h, r) => After(floor)!InstallSnapshot(i, h, r)
           /\ Send(i, h) => After(floor)!Send(i, h)
    /\ \A i \in Honest:
           /\ Crash(i) => After(floor)!Crash(i)
           /\ \A h \in Heights: Stop(i, h) => After(floor)!Stop(i, h)
           /\ \A kept \in {0} \union Heights:
                  Restart(i, kept) => After(floor)!Restart(i, kept)

ForgettingLeadsToTheSame == [][\A floor \in Floors: LeadsToTheSame(floor)]_vars
=============================================================================
