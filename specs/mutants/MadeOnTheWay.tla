---------------------------- MODULE MadeOnTheWay ----------------------------
(***************************************************************************)
(* Money that changes hands may become more.                               *)
(***************************************************************************)
EXTENDS MCLedger

BrokenMove ==
    /\ DOMAIN held' = DOMAIN held
    /\ \A a \in DOMAIN held: held'[a] >= 0
    /\ fund' >= 0
    /\ settled \subseteq settled'
    /\ UNCHANGED <<moneyIn, moneyOut>>
=============================================================================
