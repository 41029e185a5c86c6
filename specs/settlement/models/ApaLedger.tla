------------------------------ MODULE ApaLedger -----------------------------
(***************************************************************************)
(* Ledger for the symbolic model checker: three accounts that may be open, *)
(* two groups that may be settled, and any amounts whatever.               *)
(***************************************************************************)
EXTENDS Ledger

Names == {0, 1, 2}
GroupNames == {1, 2}

\* Any state that has these names, and no others.
AnyState ==
    /\ \E open \in SUBSET Names: \E amount \in [Names -> Int]:
           held = [a \in open |-> amount[a]]
    /\ fund \in Int
    /\ moneyIn \in Int
    /\ moneyOut \in Int
    /\ settled \in SUBSET GroupNames

AnyInit == AnyState /\ Init

\* Next says what is allowed; this tries everything there is.
AnyHolding ==
    \E open \in SUBSET Names: \E amount \in [Names -> Int]: held' = [a \in open |-> amount[a]]

AnyNext ==
    \/ AnyHolding /\ Receive
    \/ AnyHolding /\ Pay
    \/ AnyHolding /\ fund' \in Int /\ settled' \in SUBSET GroupNames /\ Move

-----------------------------------------------------------------------------
Inv ==
    /\ DOMAIN held \subseteq Names
    /\ settled \subseteq GroupNames
    /\ NobodyOwes
    /\ Conserved

AnyInv == AnyState /\ Inv

\* What has gone out never was more than what came in.
NoMoreOutThanIn == moneyOut <= moneyIn

\* What Final says of each step.
FinalStep == settled \subseteq settled' /\ moneyIn <= moneyIn' /\ moneyOut <= moneyOut'

\* Without the rest of the invariant there may be more out than in: it says something.
AnyBook == AnyState /\ Conserved
=============================================================================
