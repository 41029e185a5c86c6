-------------------------- MODULE SettledTooEarly ---------------------------
(***************************************************************************)
(* A group is settled as soon as any price has been observed.              *)
(***************************************************************************)
EXTENDS MCExpiry

BrokenHasSettlementPrice(g) ==
    groups[g].status = "EXPIRED" /\ Len(groups[g].observed) >= 1
=============================================================================
