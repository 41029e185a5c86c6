---------------------------- MODULE LearnsNothing ---------------------------
(***************************************************************************)
(* A validator takes no finalization from others: the rest goes on, and no *)
(* block is ever known to be final.                                        *)
(***************************************************************************)
EXTENDS MCLiveness

BrokenCanHoldCertificate(i, c, signers) ==
    /\ i \in up
    /\ c.kind /= "finalize"
    /\ ~Holds(i, c)
    /\ IsCertificate(c, signers, messages)
=============================================================================
