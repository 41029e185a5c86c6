---------------------------- MODULE MCForgetting ----------------------------
(***************************************************************************)
(* What may be forgotten of a long run.  Whoever holds a trace against     *)
(* Simplex can't remember all of it: what is about views up to a floor is  *)
(* dropped, of all validators alike, wherever they are.                    *)
(*                                                                         *)
(* That changes nothing for a step that rests on later views only: it is   *)
(* possible after the forgetting if, and only if, it was before.  This     *)
(* module says so, and models check it for every floor in every state.     *)
(* Steps that rest on earlier views can't be judged any more; of these a   *)
(* trace validator takes for granted what it has forgotten (SimplexTrace,  *)
(* Recall), and counts them.                                               *)
(***************************************************************************)
EXTENDS MCSimplex

\* What is about a view above the floor.
\* @type: (Set($message), Int) => Set($message);
RecentMessages(msgs, floor) == {m \in msgs: m.view > floor}

\* Certificates for Genesis are never forgotten.
\* @type: (Set($certificate), Int) => Set($certificate);
RecentCertificates(S, floor) == {c \in S: c.view > floor \/ c.view = 0}

\* Simplex in a state in which all up to the floor is forgotten.
After(floor) ==
    INSTANCE Simplex WITH
        messages <- RecentMessages(messages, floor),
        certificates <- [i \in Honest |-> RecentCertificates(certificates[i], floor)],
        durable <- [i \in Honest |-> RecentMessages(durable[i], floor)]

-----------------------------------------------------------------------------
(* The steps that rest on later views only, action by action. *)

HoldCertificateIsKept(i, floor) ==
    \A c \in AllCertificates: c.view > floor =>
        LET signers == Voters(c, messages)
        IN  CanHoldCertificate(i, c, signers)
                <=> After(floor)!CanHoldCertificate(i, c, signers)

EnterViewIsKept(i, floor) ==
    \A v \in Views: v - 1 > floor => (CanEnterView(i, v) <=> After(floor)!CanEnterView(i, v))

\* A block rests on its parent, and on the views between.
ProposeIsKept(i, floor) ==
    \A b \in Blocks: b.parentView > floor =>
        (CanPropose(i, b) <=> After(floor)!CanPropose(i, b))

NotarizeIsKept(i, floor) ==
    \A b \in Blocks: b.parentView > floor =>
        (CanNotarize(i, b) <=> After(floor)!CanNotarize(i, b))

\* On Genesis too, as long as no view between has been forgotten.
FirstBlockIsKept(i, floor) ==
    \A b \in Blocks: b.parentView = 0 /\ floor = 0 =>
        (CanNotarize(i, b) <=> After(floor)!CanNotarize(i, b))

NullifyIsKept(i, floor) ==
    \A v \in Views: v > floor => (CanNullify(i, v) <=> After(floor)!CanNullify(i, v))

FinalizeIsKept(i, floor) ==
    \A b \in Blocks: b.view > floor => (CanFinalize(i, b) <=> After(floor)!CanFinalize(i, b))

CommitIsKept(i, floor) ==
    \A path \in Paths: path[Len(path)].view > floor =>
        (CanCommit(i, path) <=> After(floor)!CanCommit(i, path))

(***************************************************************************)
(* Forgetting up to any floor keeps every step that rests on later views,  *)
(* and adds none.                                                          *)
(***************************************************************************)
ForgettingIsExact ==
    \A floor \in {0} \union Views: \A i \in Honest:
        /\ HoldCertificateIsKept(i, floor)
        /\ EnterViewIsKept(i, floor)
        /\ ProposeIsKept(i, floor)
        /\ NotarizeIsKept(i, floor)
        /\ FirstBlockIsKept(i, floor)
        /\ NullifyIsKept(i, floor)
        /\ FinalizeIsKept(i, floor)
        /\ CommitIsKept(i, floor)
=============================================================================
