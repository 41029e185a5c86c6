------------------------- MODULE CandidateForgotten -------------------------
(***************************************************************************)
(* A new candidate is compared with the last price only, so that the halt  *)
(* does not end when prices agree.                                         *)
(***************************************************************************)
EXTENDS MCOracle

BrokenIsConfirmed(x) == IF price <= 0 THEN TRUE ELSE ~IsFar(x, price, MaxMove)
=============================================================================
