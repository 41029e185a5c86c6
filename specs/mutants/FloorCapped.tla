---------------------------- MODULE FloorCapped -----------------------------
(***************************************************************************)
(* The floor of the shorts is capped by the largest loss that there can    *)
(* be, which seems only fair: but then two accounts may need less margin   *)
(* apart than together.                                                    *)
(***************************************************************************)
EXTENDS MCMargin

BrokenGroupMargin(g, q, P, r, f) ==
    LET most == WorstLoss(g, q, 0 .. MaxPrice)
    IN  Max(Scan(g, q, P, r), Min(f * Shorts(g, q), most))
=============================================================================
