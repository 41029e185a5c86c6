--------------------------- MODULE WeightVanishes ---------------------------
(***************************************************************************)
(* The weights follow the stakes, even if nothing is left of them.         *)
(***************************************************************************)
EXTENDS MCSettlement

BrokenNextWeight ==
    [v \in Validators |-> IF v \in joined /\ v \notin jailed THEN stake[v] ELSE Zero]
=============================================================================
