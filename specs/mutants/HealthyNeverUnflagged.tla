----------------------- MODULE HealthyNeverUnflagged ------------------------
(***************************************************************************)
(* A flagged account that has what it needs again stays flagged.           *)
(***************************************************************************)
EXTENDS MCSettlementLiveness

BrokenNeedsUnflag(a) == FALSE
=============================================================================
