------------------------ MODULE PennilessOverlooked -------------------------
(***************************************************************************)
(* An account without cash is taken for one without anything to look at.   *)
(***************************************************************************)
EXTENDS MCLiquidation

BrokenIsUnderwater(P, a) == cash[a] > 0 /\ cash[a] < MaintenanceMargin(P, position[a])
=============================================================================
