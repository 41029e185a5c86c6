----------------------------- MODULE MixedKinds -----------------------------
(***************************************************************************)
(* Votes count towards a certificate whatever they were cast for: to       *)
(* notarize as well as to finalize.                                        *)
(***************************************************************************)
EXTENDS MCVoting

OfAnyKind(i, c, msgs) == \E kind \in VoteKinds: [VoteFor(i, c) EXCEPT !.kind = kind] \in msgs

BrokenVoters(c, msgs) == {i \in Validators: OfAnyKind(i, c, msgs)}

BrokenIsCertificate(c, signers, msgs) ==
    /\ c.kind \in VoteKinds
    /\ IsQuorum(signers)
    /\ \A i \in signers: OfAnyKind(i, c, msgs)
=============================================================================
