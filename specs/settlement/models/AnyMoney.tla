------------------------------- MODULE AnyMoney ------------------------------
(***************************************************************************)
(* Any amounts whatever, for the symbolic model checker: two validators    *)
(* with an account each, and up to three accounts.  Cash, stakes, the      *)
(* fund, prices, strikes and heights may be any whole numbers.             *)
(*                                                                         *)
(* What is held is given: prices and contracts are multiplied, and of two  *)
(* factors one must be known.                                              *)
(***************************************************************************)
EXTENDS Margin, Oracle

\* The rates of the system; where it matters, amounts are left open by the modules.
AnyRules ==
    /\ Validators = {0, 1}
    /\ Owner = [v \in {0, 1} |-> v]
    /\ MaxPrice = 1000000
    /\ MaxSeries = 4
    /\ MaxGroups = 4
    /\ Governors = {1}
    /\ GovernorQuorum = 1
    /\ InitialRate = 2000
    /\ MaintenanceRate = 1000
    /\ InitialFloor = 2
    /\ MaintenanceFloor = 1
    /\ MaxMove = 1000
    /\ MaxAge = 5
    /\ SettlementRounds = 2
    /\ OutlierMove = 500
    /\ OutlierRounds = 3
    /\ MaxPause = 10

\* One call, of any strike.
AnyCall ==
    /\ height \in Int
    /\ \E expiry \in Int:
           groups = [g \in {1} |-> [expiry |-> expiry, status |-> "LIVE", observed |-> <<>>]]
    /\ \E strike \in Int:
           series = [s \in {1} |-> [strike |-> strike, right |-> "CALL", group |-> 1]]

\* The first `open' accounts; what account a holds of the call is held[a].
\* @type: (Int, Int -> Int) => Bool;
AnyAccounts(open, held) ==
    /\ \E amount \in [0 .. 2 -> Int]: cash = [a \in {x \in 0 .. 2: x < open} |-> amount[a]]
    /\ \E at \in [0 .. 2 -> Int]: flagged = [a \in {x \in 0 .. 2: x < open} |-> at[a]]
    /\ position = [a \in {x \in 0 .. 2: x < open} |-> [s \in {1} |-> held[a]]]
    /\ insuranceFund \in Int
    /\ stake \in [{0, 1} -> Int]
    /\ \E amount \in [{0, 1} -> Int], due \in [{0, 1} -> Int]:
           unbonding = [v \in {0, 1} |-> [amount |-> amount[v], due |-> due[v]]]
    /\ externalIn \in Int
    /\ externalOut \in Int

\* In the commands of a block, or in any of these phases.
\* @type: (Set(Str)) => Bool;
AnyPrice(phases) ==
    /\ phase \in phases
    /\ round \in Int
    /\ roundStart \in Int
    /\ reports \in [{0, 1} -> Int]
    /\ price \in Int
    /\ priceHeight \in Int
    /\ candidate \in Int
    /\ outliers \in [{0, 1} -> Int]
    /\ jailed \in SUBSET {0, 1}
    /\ weight \in [{0, 1} -> Int]
    /\ pausedUntil \in Int

\* All money is somewhere.
AllMoneyIsKept ==
    TotalCash + TotalPending + TotalStake + TotalUnbonding + insuranceFund
        = externalIn - externalOut
=============================================================================
