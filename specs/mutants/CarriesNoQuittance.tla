------------------------- MODULE CarriesNoQuittance -------------------------
(***************************************************************************)
(* Nobody checks the quittance that a block carries.                       *)
(***************************************************************************)
EXTENDS MCSystem

BrokenCanOrder(block) ==
    /\ (\E h \in (Len(chain) - MaxLag) .. Len(chain): h = 0 \/ h \in DOMAIN quittances) = TRUE
    /\ block.quitted <= Len(chain)
=============================================================================
