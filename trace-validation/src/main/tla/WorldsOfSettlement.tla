-------------------------- MODULE WorldsOfSettlement ------------------------
(***************************************************************************)
(* Where the graphs begin whose transitions the Java core is tested with,  *)
(* and what is asked for in them.  As in MCSettlement, each offers the few *)
(* commands that matter there.  The constants are such as the Java core    *)
(* accepts: a price is believed at once if it moves no further than the    *)
(* maintenance margin covers.                                              *)
(***************************************************************************)
EXTENDS TransitionsOfSettlement

\* What leaves nothing but nonces is the same.
SameBy == View

Explored == height <= LastHeight /\ nextOrder <= LastOrder + 1 /\ nextWithdrawal <= 2

\* Nonces are tried in a model of their own.
RightNonce(a) == IF a \in DOMAIN nonce THEN {nonce[a]} ELSE {0}

EveryQuittance == 0 .. (height + 1)
\* Quittances come in the last block only.
LateQuittances == IF height = LastHeight THEN 0 .. (height + 1) ELSE {height}

TwoOfTwo == [v \in {0, 1} |-> v]

-----------------------------------------------------------------------------
(* Treasury. *)

\* Who is flagged can neither ask for money nor be paid.
TreasuryWorlds ==
    {[Plain EXCEPT !.cash = <<3, 1>>, !.held = <<-1, 1>>, !.flagged = <<f, 0>>,
                   !.groups = 1 :> Group(9, "LIVE")]: f \in {0, 1}}
TreasuryDeposits ==
    IF nextWithdrawal > 1 \/ height > 1 THEN {}
    ELSE {<<1, 0, 1, Custodians>>, <<1, 2, 1, Custodians>>, <<1, 9, 1, Custodians>>,
          <<1, 2, 0, Custodians>>, <<1, 2, 45, Custodians>>, <<1, 2, 1, {0}>>,
          <<2, 0, 1, Custodians>>}
TreasuryRequests == {<<0, 1>>, <<0, 2>>, <<1, 1>>, <<9, 1>>, <<0, 0>>}
TreasuryApprovals == {<<0, 1>>, <<1, 1>>, <<9, 1>>, <<0, 2>>}
TreasuryExecutions == {1, 2}
TreasuryVoids == {<<0, 1>>, <<0, 2>>, <<9, 1>>}
=============================================================================
