--------------------------- MODULE FillOutOfTime ----------------------------
(***************************************************************************)
(* Of the orders of the best price the newest is filled.                   *)
(***************************************************************************)
EXTENDS MCBook

BrokenIsNext(maker) ==
    /\ maker \in {o.id: o \in CrossedBy(taker)}
    /\ \A o \in CrossedBy(taker):
           IF o.price = OrderOf(maker).price THEN o.id <= maker ELSE IsBefore(OrderOf(maker), o)
=============================================================================
