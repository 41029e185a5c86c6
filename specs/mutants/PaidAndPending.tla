--------------------------- MODULE PaidAndPending ---------------------------
(***************************************************************************)
(* A withdrawal that is paid out stays pending.                            *)
(***************************************************************************)
EXTENDS MCSettlement

BrokenExecuteWithdrawal(w) ==
    /\ CanExecuteWithdrawal(w)
    /\ UNCHANGED withdrawals
    /\ externalOut' = externalOut + withdrawals[w].amount
    /\ UNCHANGED <<nextWithdrawal, withdrawn, usedDeposits, quitted>>
    /\ UNCHANGED oracleVars
    /\ UNCHANGED <<cash, position, flagged, insuranceFund, stake, unbonding, externalIn>>
    /\ UNCHANGED contractsVars
=============================================================================
