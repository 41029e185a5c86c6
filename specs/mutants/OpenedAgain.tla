---------------------------- MODULE OpenedAgain -----------------------------
(***************************************************************************)
(* A group that has been settled can be opened again.                      *)
(***************************************************************************)
EXTENDS MCLedger

BrokenMove ==
    /\ DOMAIN held' = DOMAIN held
    /\ \A a \in DOMAIN held: held'[a] >= 0
    /\ fund' >= 0
    /\ SumOf(held', DOMAIN held) + fund' = Everything
    /\ UNCHANGED <<moneyIn, moneyOut>>
=============================================================================
