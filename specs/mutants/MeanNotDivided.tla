--------------------------- MODULE MeanNotDivided ---------------------------
(***************************************************************************)
(* The settlement price is the sum of the observed prices and not their    *)
(* mean, as if it were given with other decimals than strikes are.         *)
(***************************************************************************)
EXTENDS MCExpiry

BrokenSettlementPrice(g) ==
    LET seen == groups[g].observed
    IN  SumOf([k \in DOMAIN seen |-> seen[k]], DOMAIN seen)
=============================================================================
