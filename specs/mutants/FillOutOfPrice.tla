--------------------------- MODULE FillOutOfPrice ---------------------------
(***************************************************************************)
(* The oldest order that the taker crosses is filled, whatever its price.  *)
(***************************************************************************)
EXTENDS MCBook

BrokenIsNext(maker) ==
    /\ maker \in {o.id: o \in CrossedBy(taker)}
    /\ \A o \in CrossedBy(taker): maker <= o.id
=============================================================================
