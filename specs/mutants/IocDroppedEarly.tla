-------------------------- MODULE IocDroppedEarly ---------------------------
(***************************************************************************)
(* What is left of an IOC order may be dropped although it could trade.    *)
(***************************************************************************)
EXTENDS MCBook

BrokenCanExpire ==
    /\ phase = "commands"
    /\ Matching
    /\ taker.kind = "IOC"
=============================================================================
