--------------------------- MODULE OrdersOutlive ----------------------------
(***************************************************************************)
(* The orders of an expired group stay in the book.                        *)
(***************************************************************************)
EXTENDS MCSettlement

BrokenExpireGroup(g) ==
    /\ CanExpireGroup(g)
    /\ groups' = [groups EXCEPT ![g].status = "EXPIRED"]
    /\ UNCHANGED <<height, series, accountsVars, oracleVars, bookVars>>
=============================================================================
