-------------------------- MODULE ApprovalMissing ---------------------------
(***************************************************************************)
(* One approval too few is taken for enough.                               *)
(***************************************************************************)
EXTENDS MCTreasury

BrokenIsApprovedWith(custodian, approvals) ==
    Cardinality(approvals \union {custodian}) >= CustodianQuorum - 1
=============================================================================
