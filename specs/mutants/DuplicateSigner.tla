-------------------------- MODULE DuplicateSigner ---------------------------
(***************************************************************************)
(* A certificate may list one of its signers twice, and that one counts    *)
(* twice.                                                                  *)
(***************************************************************************)
EXTENDS MCVoting

BrokenIsCertificate(c, signers, msgs) ==
    /\ c.kind \in VoteKinds
    /\ \E twice \in signers: WeightOf(signers) + Weight[twice] >= QuorumWeight
    /\ \A i \in signers: VoteFor(i, c) \in msgs
=============================================================================
