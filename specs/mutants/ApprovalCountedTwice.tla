------------------------ MODULE ApprovalCountedTwice ------------------------
(***************************************************************************)
(* A custodian that approves twice is counted twice.                       *)
(***************************************************************************)
EXTENDS MCTreasury

BrokenApproveWithdrawalRefusal(custodian, w) ==
    IF custodian \notin Custodians THEN "WRONG_SIGNER"
    ELSE IF w \notin DOMAIN withdrawals THEN "UNKNOWN_WITHDRAWAL"
    ELSE IF withdrawals[w].status /= "PENDING" THEN "NOT_PENDING"
    ELSE "ACCEPTED"

BrokenIsApprovedWith(custodian, approvals) == Cardinality(approvals) + 1 >= CustodianQuorum
=============================================================================
