------------------------------ MODULE MCLedger ------------------------------
(***************************************************************************)
(* All that can become of a little money of three accounts.                *)
(***************************************************************************)
EXTENDS Ledger

CONSTANTS
    \* Who may have an account, and how much there can be.
    Names, MostMoney, GroupNames

Range == 0 .. MostMoney

BoundedInit ==
    /\ held \in [{0} -> Range]
    /\ fund \in Range
    /\ moneyIn = Everything
    /\ moneyOut = 0
    /\ settled = {}

\* Next says what is allowed; this tries everything there is.
BoundedNext ==
    /\ moneyIn' \in moneyIn .. MostMoney
    /\ moneyOut' \in moneyOut .. moneyIn'
    /\ fund' \in 0 .. (moneyIn' - moneyOut')
    /\ \E N \in {DOMAIN held, Names}: held' \in [N -> 0 .. (moneyIn' - moneyOut')]
    /\ settled' \in SUBSET GroupNames
    /\ Next

BoundedSpec == BoundedInit /\ [][BoundedNext]_ledgerVars

=============================================================================
