---------------------------- MODULE AllTakenBack ----------------------------
(***************************************************************************)
(* All that a debtor without enough cash has asked for becomes void, also  *)
(* what is not needed.                                                     *)
(***************************************************************************)
EXTENDS MCClearing

BrokenIsTakenBack(V, w) ==
    LET a == withdrawals[w].account
    IN  withdrawals[w].status = "PENDING" /\ Owed(V, a) > cash[a]
=============================================================================
