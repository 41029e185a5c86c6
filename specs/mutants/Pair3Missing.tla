---------------------------- MODULE Pair3Missing ----------------------------
(***************************************************************************)
(* To give up a view and to finalize in it is no evidence.                 *)
(***************************************************************************)
EXTENDS MCAccountability

BrokenIsEvidence(pair, m, n) ==
    /\ m.signer = n.signer
    /\ m.view = n.view
    /\ pair \in {1, 2, 4}
    /\ m.kind = (IF pair = 2 THEN "finalize" ELSE "notarize")
    /\ n.kind = (IF pair = 1 THEN "notarize" ELSE "finalize")
    /\ m.block /= n.block
=============================================================================
