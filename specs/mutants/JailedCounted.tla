--------------------------- MODULE JailedCounted ----------------------------
(***************************************************************************)
(* The report of a validator that was jailed after it is counted.          *)
(***************************************************************************)
EXTENDS MCOracle

BrokenCounted == {v \in DOMAIN reports: outliers[v] < OutlierRounds}
=============================================================================
