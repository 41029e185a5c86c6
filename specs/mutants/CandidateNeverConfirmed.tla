---------------------- MODULE CandidateNeverConfirmed -----------------------
(***************************************************************************)
(* A price that is far from the last one is never confirmed.               *)
(***************************************************************************)
EXTENDS MCSettlementLiveness

BrokenIsConfirmed(x) == IF price <= 0 THEN TRUE ELSE ~IsFar(x, price, MaxMove)
=============================================================================
