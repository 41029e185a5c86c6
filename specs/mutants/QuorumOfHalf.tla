---------------------------- MODULE QuorumOfHalf ----------------------------
(***************************************************************************)
(* Half of the weight is called a quorum, so that two quorums need not     *)
(* share a correct validator.                                              *)
(***************************************************************************)
EXTENDS MCVoting

BrokenQuorumWeight == TotalWeight \div 2
=============================================================================
