----------------------------- MODULE AllToLast ------------------------------
(***************************************************************************)
(* All that rounding down leaves over goes to the last creditor.           *)
(***************************************************************************)
EXTENDS MCClearing

BrokenReceived(V, available) ==
    LET claimed == Claimed(V)
        share == [a \in DOMAIN cash |-> Share(V, available, claimed, a)]
        left == available - SumOf(share, DOMAIN cash)
        creditors == {a \in DOMAIN cash: V[a] > 0}
    IN  [a \in DOMAIN cash |->
            IF a \in creditors /\ \A b \in creditors: b <= a THEN share[a] + left ELSE share[a]]
=============================================================================
