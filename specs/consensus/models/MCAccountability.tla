-------------------------- MODULE MCAccountability --------------------------
(***************************************************************************)
(* When so many are Byzantine that Agreement is lost, who can be convicted *)
(* of it?  Here it matters what Byzantine validators sign: if all that     *)
(* they can sign were there, all of them would be guilty from the start,   *)
(* and accountability would say nothing.  So they choose.                  *)
(*                                                                         *)
(* The choice is narrowed without loss.  The claim fails if conflicting    *)
(* finality is reached with less than a third of the weight convicted.     *)
(* With four validators of weight 1 that is at most one convict.  Of those *)
(* that are convicted in such a run, nothing is spared by their restraint: *)
(* the run stays a counterexample if they sign everything there is.  So    *)
(* the validators of Reckless sign everything at the start; all others     *)
(* choose, vote by vote, and runs are followed until a third of the weight *)
(* is convicted, since from there on the claim holds for good.             *)
(***************************************************************************)
EXTENDS Voting, Bounds

CONSTANT Reckless

ASSUME Reckless \subseteq Byzantine

\* Proposals are not evidence, so all that can be made are.
RecklessFirst ==
    messages = {m \in ByzantineMessages: m.signer \in Reckless \/ m.kind = "propose"}

RecklessFirstSpec == RecklessFirst /\ [][Next]_messages

FewConvictedBy123 == ~IsThird(Guilty({1, 2, 3}, messages))
FewConvicted == ~IsThird(Guilty(EvidencePairs, messages))

\* The correct validators can be exchanged, and the Byzantine ones that choose.
Symmetry == Permutations(Honest) \union Permutations(Byzantine \ Reckless)

ByzantineLeader == [v \in Views |-> n4]

\* A fork within a view.
ForkInView == {Genesis, A1, B1}

\* A fork by skipping a view in which a block is final.
ForkBySkipping == {Genesis, A1, G2}

\* A fork by a parent that is not final, in a view in which another block is.
ForkByParent == {Genesis, A1, B1, B2}

\* No two finality proofs conflict.  Violated, or else Accountability would say nothing.
ProofsAgree == \A a, b \in {c \in Blocks: IsProvenFinal(c)}: ~Conflict(a, b)
=============================================================================
