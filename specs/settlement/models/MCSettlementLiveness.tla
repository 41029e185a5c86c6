------------------------ MODULE MCSettlementLiveness ------------------------
(***************************************************************************)
(* Small worlds in which something has to end: a group, a flagged account, *)
(* a withdrawal, a halt.                                                   *)
(***************************************************************************)
EXTENDS SettlementLiveness, MCSettlement

LiveWorldSpec == WorldInit /\ [][LiveNext]_vars /\ Fairness

(***************************************************************************)
(* The same if nobody need report: for the check of the checks.  The first *)
(* round of prices is there, and the second never comes.                   *)
(***************************************************************************)
DeafNext == LiveNext \/ EndCommands
DeafSpec ==
    /\ WorldInit
    /\ [][DeafNext]_vars
    /\ WF_vars(EndCommands)
    /\ WF_vars(EndOfBlock)
    /\ WF_vars(NextBlock)

ExpiryWorlds ==
    {[Plain EXCEPT !.cash = <<1, 4>>, !.held = <<-1, 1>>, !.flagged = <<0, 0>>,
                   !.groups = 1 :> Group(2, "LIVE")]}

\* An account that is flagged if the price rises, and one that is in any case.  Both have asked
\* for something that could be paid out.
FlagWorlds ==
    {[Plain EXCEPT !.cash = <<x, 4, 4>>, !.held = <<-1, 1, 0>>,
                   !.groups = 1 :> Group(9, "LIVE"),
                   !.withdrawals = 1 :> Pending(0, 1, 1, Custodians, 1),
                   !.withdrawn = 1,
                   !.quitted = 1]: x \in {0, 1}}
FlagTakeovers == {<<2, 0>>}

PayWorlds ==
    {[Plain EXCEPT !.cash = <<1, 1>>, !.held = <<0, 0>>, !.flagged = <<0, 0>>,
                   !.groups = 1 :> Group(9, "LIVE")]}

\* Governors do not pause for ever, and accounts do not ask in the last block.
LivePauses == IF height = 1 /\ pausedUntil = 0 THEN {<<3, Governors>>} ELSE {}
LiveRequests == IF height = 1 THEN {<<0, 1>>} ELSE {}
=============================================================================
