-------------------------- MODULE LastGroupCounts ---------------------------
(***************************************************************************)
(* In the sum over groups each replaces what was there: = for +=.          *)
(***************************************************************************)
EXTENDS MCMargin

BrokenMarginOf(q, P, r, f) ==
    LET last == CHOOSE g \in UnsettledGroups: \A h \in UnsettledGroups: h <= g
    IN  GroupMargin(last, q, P, r, f)
=============================================================================
