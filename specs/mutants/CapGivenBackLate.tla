-------------------------- MODULE CapGivenBackLate --------------------------
(***************************************************************************)
(* What is taken back counts less in whatever epoch that is done.          *)
(***************************************************************************)
EXTENDS MCTreasury

BrokenVoidWithdrawal(a, w) ==
    /\ CanVoidWithdrawal(a, w)
    /\ withdrawals' = [withdrawals EXCEPT ![w].status = "VOID"]
    /\ cash' = [cash EXCEPT ![a] = @ + withdrawals[w].amount]
    /\ withdrawn' = withdrawn - withdrawals[w].amount
    /\ UNCHANGED <<nextWithdrawal, usedDeposits, quitted>>
    /\ UNCHANGED oracleVars
    /\ UNCHANGED <<position, flagged, insuranceFund, stake, unbonding, externalIn, externalOut>>
    /\ UNCHANGED contractsVars
=============================================================================
