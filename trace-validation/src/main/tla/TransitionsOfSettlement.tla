----------------------- MODULE TransitionsOfSettlement ----------------------
(***************************************************************************)
(* Settlement with a name for each of its steps: which command was asked   *)
(* for, with which arguments, and the verdict; or what a block did on its  *)
(* own accord.  The steps are Settlement's own, and whoever walks through  *)
(* them compares: with the names taken off, these are the steps of Next.   *)
(*                                                                         *)
(* Tests of the Java core are made of that.  What may be asked for is in   *)
(* the alphabets of MCSettlement and in those of the worlds here, which a  *)
(* model puts in the place of Settlement's.                                *)
(***************************************************************************)
EXTENDS MCSettlement

VARIABLE
    \* The step that led here: action, arguments, verdict.  <<>> in the beginning.
    event

\* A step of that name; verdict is what became of it.
Is(action, args, verdict) == event' = <<action, args, verdict>>

\* A command is executed or refused.  The arguments are those of its verdict.
AskDeposit(ext, a, x, signers) ==
    LET verdict == DepositVerdict(ext, a, x, signers)
    IN  /\ Is("Deposit", <<ext, a, x, signers>>, verdict)
        /\ IF verdict = "ACCEPTED"
           THEN AcceptDeposit(ext, a, x, signers)
           ELSE Reject(Anyone, verdict)

AskListGroup(g, expiry, signers) ==
    LET verdict == ListGroupVerdict(g, expiry, signers)
    IN  /\ Is("ListGroup", <<g, expiry, signers>>, verdict)
        /\ IF verdict = "ACCEPTED"
           THEN AcceptListGroup(g, expiry, signers)
           ELSE Reject(Anyone, verdict)

AskListSeries(s, strike, right, g, signers) ==
    LET verdict == ListSeriesVerdict(s, strike, right, g, signers)
    IN  /\ Is("ListSeries", <<s, strike, right, g, signers>>, verdict)
        /\ IF verdict = "ACCEPTED"
           THEN AcceptListSeries(s, strike, right, g, signers)
           ELSE Reject(Anyone, verdict)

AskPause(until, n, signers) ==
    LET verdict == PauseVerdict(until, n, signers)
    IN  /\ Is("Pause", <<until, n, signers>>, verdict)
        /\ IF verdict = "ACCEPTED"
           THEN AcceptPause(until, n, signers)
           ELSE Reject(Governance, verdict)

AskResume(n, signers) ==
    LET verdict == ResumeVerdict(n, signers)
    IN  /\ Is("Resume", <<n, signers>>, verdict)
        /\ IF verdict = "ACCEPTED"
           THEN AcceptResume(n, signers)
           ELSE Reject(Governance, verdict)

AskPlace(a, n, s, side, x, quantity, kind) ==
    LET verdict == PlaceVerdict(a, n, s, side, x, quantity, kind)
    IN  /\ Is("Place", <<a, n, s, side, x, quantity, kind>>, verdict)
        /\ IF verdict = "ACCEPTED"
           THEN AcceptPlace(a, n, s, side, x, quantity, kind)
           ELSE Reject(a, verdict)

AskCancel(a, n, order) ==
    LET verdict == CancelVerdict(a, n, order)
    IN  /\ Is("Cancel", <<a, n, order>>, verdict)
        /\ IF verdict = "ACCEPTED" THEN AcceptCancel(a, n, order) ELSE Reject(a, verdict)

AskReport(v, r, x) ==
    LET verdict == ReportVerdict(v, r, x)
    IN  /\ Is("Report", <<v, r, x>>, verdict)
        /\ IF verdict = "ACCEPTED" THEN AcceptReport(v, r, x) ELSE Reject(Anyone, verdict)

AskRequestWithdrawal(a, n, x) ==
    LET verdict == RequestWithdrawalVerdict(a, n, x)
    IN  /\ Is("RequestWithdrawal", <<a, n, x>>, verdict)
        /\ IF verdict = "ACCEPTED" THEN AcceptRequestWithdrawal(a, n, x) ELSE Reject(a, verdict)

AskApproveWithdrawal(custodian, w) ==
    LET verdict == ApproveWithdrawalVerdict(custodian, w)
    IN  /\ Is("ApproveWithdrawal", <<custodian, w>>, verdict)
        /\ IF verdict = "ACCEPTED"
           THEN AcceptApproveWithdrawal(custodian, w)
           ELSE Reject(Anyone, verdict)

AskExecuteWithdrawal(w) ==
    LET verdict == ExecuteWithdrawalVerdict(w)
    IN  /\ Is("ExecuteWithdrawal", <<w>>, verdict)
        /\ IF verdict = "ACCEPTED" THEN AcceptExecuteWithdrawal(w) ELSE Reject(Anyone, verdict)

AskVoidWithdrawal(a, n, w) ==
    LET verdict == VoidWithdrawalVerdict(a, n, w)
    IN  /\ Is("VoidWithdrawal", <<a, n, w>>, verdict)
        /\ IF verdict = "ACCEPTED" THEN AcceptVoidWithdrawal(a, n, w) ELSE Reject(a, verdict)

AskTakeover(bidder, n, target) ==
    LET verdict == TakeoverVerdict(bidder, n, target)
    IN  /\ Is("Takeover", <<bidder, n, target>>, verdict)
        /\ IF verdict = "ACCEPTED"
           THEN AcceptTakeover(bidder, n, target)
           ELSE Reject(bidder, verdict)

AskSlash(v, kind, at) ==
    LET verdict == SlashVerdict(v, kind, at)
    IN  /\ Is("Slash", <<v, kind, at>>, verdict)
        /\ IF verdict = "ACCEPTED" THEN AcceptSlash(v, kind, at) ELSE Reject(Anyone, verdict)

AskStake(a, n, v, x) ==
    LET verdict == StakeVerdict(a, n, v, x)
    IN  /\ Is("Stake", <<a, n, v, x>>, verdict)
        /\ IF verdict = "ACCEPTED" THEN AcceptStake(a, n, v, x) ELSE Reject(a, verdict)

AskUnstake(a, n, v, x) ==
    LET verdict == UnstakeVerdict(a, n, v, x)
    IN  /\ Is("Unstake", <<a, n, v, x>>, verdict)
        /\ IF verdict = "ACCEPTED" THEN AcceptUnstake(a, n, v, x) ELSE Reject(a, verdict)

AskJoin(a, n, v) ==
    LET verdict == JoinVerdict(a, n, v)
    IN  /\ Is("Join", <<a, n, v>>, verdict)
        /\ IF verdict = "ACCEPTED" THEN AcceptJoin(a, n, v) ELSE Reject(a, verdict)

AskLeave(a, n, v) ==
    LET verdict == LeaveVerdict(a, n, v)
    IN  /\ Is("Leave", <<a, n, v>>, verdict)
        /\ IF verdict = "ACCEPTED" THEN AcceptLeave(a, n, v) ELSE Reject(a, verdict)

NextNonces == {governanceNonce, governanceNonce + 1}

NamedCommand ==
    /\ Commanding
    /\ \/ \E p \in Deposits: AskDeposit(p[1], p[2], p[3], p[4])
       \/ \E p \in GroupListings: AskListGroup(p[1], p[2], p[3])
       \/ \E p \in SeriesListings: AskListSeries(p[1], p[2], p[3], p[4], p[5])
       \/ \E p \in Pauses, n \in NextNonces: AskPause(p[1], n, p[2])
       \/ \E signers \in Resumes, n \in NextNonces: AskResume(n, signers)
       \/ \E p \in Placements: \E n \in NoncesOf(p[1]):
              AskPlace(p[1], n, p[2], p[3], p[4], p[5], p[6])
       \/ \E p \in Cancellations: \E n \in NoncesOf(p[1]): AskCancel(p[1], n, p[2])
       \/ \E p \in Reports: AskReport(p[1], p[2], p[3])
       \/ \E p \in Requests: \E n \in NoncesOf(p[1]): AskRequestWithdrawal(p[1], n, p[2])
       \/ \E p \in Approvals: AskApproveWithdrawal(p[1], p[2])
       \/ \E w \in Executions: AskExecuteWithdrawal(w)
       \/ \E p \in Voids: \E n \in NoncesOf(p[1]): AskVoidWithdrawal(p[1], n, p[2])
       \/ \E p \in Takeovers: \E n \in NoncesOf(p[1]): AskTakeover(p[1], n, p[2])
       \/ \E p \in Slashes: AskSlash(p[1], p[2], p[3])
       \/ \E p \in Stakings: \E n \in NoncesOf(p[1]): AskStake(p[1], n, p[2], p[3])
       \/ \E p \in Unstakings: \E n \in NoncesOf(p[1]): AskUnstake(p[1], n, p[2], p[3])
       \/ \E p \in Joins: \E n \in NoncesOf(p[1]): AskJoin(p[1], n, p[2])
       \/ \E p \in Leaves: \E n \in NoncesOf(p[1]): AskLeave(p[1], n, p[2])

\* A block does this on its own accord.
Does(action, args) == Is(action, args, "DONE")

NamedStep ==
    \/ \E at \in Quittances: BlockQuit(at) /\ Does("Quit", <<at>>)
    \/ \E o \in orders: MatchFill(o.id) /\ Does("Fill", <<o.id>>)
    \/ \E o \in orders: MatchEvict(o.id) /\ Does("Evict", <<o.id>>)
    \/ MatchRest /\ Does("Rest", <<>>)
    \/ MatchExpire /\ Does("Expire", <<>>)
    \/ EndCommands /\ Does("EndCommands", <<>>)
    \/ BlockCloseRound /\ Does("CloseRound", <<>>)
    \/ BlockKeepRound /\ Does("KeepRound", <<>>)
    \/ BlockGiveUpRound /\ Does("GiveUpRound", <<>>)
    \/ \E g \in DOMAIN groups: BlockExpireGroup(g) /\ Does("ExpireGroup", <<g>>)
    \/ \E g \in DOMAIN groups: BlockSettleGroup(g) /\ Does("SettleGroup", <<g>>)
    \/ BlockEndExpiry /\ Does("EndExpiry", <<>>)
    \/ \E a \in DOMAIN cash: BlockFlag(a) /\ Does("Flag", <<a>>)
    \/ \E a \in DOMAIN cash: BlockUnflag(a) /\ Does("Unflag", <<a>>)
    \/ \E a \in DOMAIN cash: BlockDeleverage(a) /\ Does("Deleverage", <<a>>)
    \/ BlockEndLiquidation /\ Does("EndLiquidation", <<>>)
    \/ \E v \in Validators: BlockReleaseUnbonding(v) /\ Does("ReleaseUnbonding", <<v>>)
    \/ EndBlock /\ Does("EndBlock", <<>>)

NamedNext == NamedCommand \/ NamedStep

\* The same steps as Settlement has them.
PlainNext == Next /\ event' = <<>>

(***************************************************************************)
(* What must not be done: a block takes no note of these quittances, if    *)
(* its commands have not begun.                                            *)
(***************************************************************************)
Forbidden == {<<"Quit", <<at>>>>: at \in {at \in Quittances: Commanding /\ ~CanQuit(at)}}

NamedInit == WorldInit /\ event = <<>>
GenesisInit == Init /\ event = <<>>

\* In the beginning only.  (In place of MCSettlement's, which asks TLC how far it is.)
AtFirstOnly(S) == IF event = <<>> THEN S ELSE {}

\* The constants that the Java core wants to know.
Constants ==
    [InitialRate |-> InitialRate, MaintenanceRate |-> MaintenanceRate,
     InitialFloor |-> InitialFloor, MaintenanceFloor |-> MaintenanceFloor, MaxPrice |-> MaxPrice,
     MaxMove |-> MaxMove, MaxAge |-> MaxAge, TakeoverBlocks |-> TakeoverBlocks,
     SettlementRounds |-> SettlementRounds, SlashRate |-> SlashRate, OutlierMove |-> OutlierMove,
     OutlierRounds |-> OutlierRounds, MaxPause |-> MaxPause, EpochLength |-> EpochLength,
     UnbondingBlocks |-> UnbondingBlocks, MinStake |-> MinStake,
     WithdrawalDelay |-> WithdrawalDelay, WithdrawalCap |-> WithdrawalCap,
     CustodianQuorum |-> CustodianQuorum, GovernorQuorum |-> GovernorQuorum,
     MaxPosition |-> MaxPosition, MaxQuantity |-> MaxQuantity, MaxSeries |-> MaxSeries,
     MaxGroups |-> MaxGroups, MaxOrders |-> MaxOrders, MaxMoney |-> MaxMoney,
     Custodians |-> Custodians, Governors |-> Governors, Owner |-> Owner]
=============================================================================
