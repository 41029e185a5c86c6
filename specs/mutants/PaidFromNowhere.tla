-------------------------- MODULE PaidFromNowhere ---------------------------
(***************************************************************************)
(* Creditors get all that they claim, whatever could be collected.         *)
(***************************************************************************)
EXTENDS MCClearing

BrokenReceived(V, available) == [a \in DOMAIN cash |-> Claim(V, a)]
=============================================================================
