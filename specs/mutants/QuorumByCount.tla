--------------------------- MODULE QuorumByCount ----------------------------
(***************************************************************************)
(* More than two thirds of the validators are called a quorum, whatever    *)
(* they weigh.                                                             *)
(***************************************************************************)
EXTENDS MCVoting

BrokenIsQuorum(S) == S \subseteq Validators /\ 3 * Cardinality(S) > 2 * Cardinality(Validators)
=============================================================================
