--------------------------- MODULE SettlementTrace --------------------------
(***************************************************************************)
(* Is a recorded run of the clearinghouse a behaviour of Settlement?       *)
(*                                                                         *)
(* An event names an action, all its arguments, and what it changed: of a  *)
(* function on numbers the entries that changed, else the whole variable.  *)
(* Each event must be a step of the action of that name in Settlement      *)
(* itself, with these arguments and this outcome.  A change that the event *)
(* does not tell is found by the end of the block, where the event has     *)
(* every variable.  There is nothing to search for: one event is one step. *)
(*                                                                         *)
(* For whoever changes this module: TLC takes a disjunction or an \E that  *)
(* stands in an action for a choice between steps.  Guards that need one   *)
(* are operators on unprimed variables, used as values.                    *)
(***************************************************************************)
EXTENDS Settlement, TLC

-----------------------------------------------------------------------------
(* What an event says of a variable. *)

\* f with the changes c: entries that are new or have a new value, and those that are gone.
Updated(f, c) ==
    [k \in (DOMAIN f \union DOMAIN c.now) \ c.gone |->
        IF k \in DOMAIN c.now THEN c.now[k] ELSE f[k]]

\* Only what was there can be gone.
IsOf(c, domain) == c.gone \subseteq domain

\* The resting orders with the changes c, by id.
OrdersWith(c) ==
    {o \in orders: o.id \notin DOMAIN c.now \union c.gone} \union {c.now[k]: k \in DOMAIN c.now}

OrderIds == {o.id: o \in orders}

\* Each order stands under its own id.
AreByTheirIds(byId) == \A k \in DOMAIN byId: byId[k].id = k

\* position with the changes c.
PositionsWith(c) ==
    [a \in DOMAIN position |->
        IF a \in DOMAIN c
        THEN [s \in DOMAIN position[a] |-> IF s \in DOMAIN c[a] THEN c[a][s] ELSE position[a][s]]
        ELSE position[a]]

\* Positions are changed of accounts and in series that there are.
ArePositions(c) ==
    \A a \in DOMAIN c: IF a \in DOMAIN position
                       THEN DOMAIN c[a] \subseteq DOMAIN position[a]
                       ELSE FALSE

\* A taker is a sequence of one order, or of none.
TakerOf(t) == IF t = <<>> THEN NoOrder ELSE t[1]

\* f, which has no entries for zero, as a function on S.
Filled(f, S, zero) == [k \in S |-> IF k \in DOMAIN f THEN f[k] ELSE zero]

-----------------------------------------------------------------------------
(* Commands that are carried out. *)

IsDeposit(e) ==
    /\ AcceptDeposit(e.args.ext, e.args.account, e.args.amount, e.args.signers)
    /\ cash' = Updated(cash, e.post.cash)
    /\ externalIn' = e.post.externalIn
    /\ usedDeposits' \ usedDeposits = e.post.usedDeposits

IsListGroup(e) ==
    /\ AcceptListGroup(e.args.group, e.args.expiry, e.args.signers)
    /\ groups' = Updated(groups, e.post.groups)

IsListSeries(e) ==
    /\ AcceptListSeries(e.args.series, e.args.strike, e.args.right, e.args.group, e.args.signers)
    /\ series' = Updated(series, e.post.series)

IsPause(e) ==
    /\ AcceptPause(e.args.until, e.args.nonce, e.args.signers)
    /\ pausedUntil' = e.post.pausedUntil
    /\ governanceNonce' = e.post.governanceNonce

IsResume(e) ==
    /\ AcceptResume(e.args.nonce, e.args.signers)
    /\ pausedUntil' = e.post.pausedUntil
    /\ governanceNonce' = e.post.governanceNonce

IsPlace(e) ==
    /\ AcceptPlace(e.args.account, e.args.nonce, e.args.series, e.args.side, e.args.price,
                   e.args.quantity, e.args.kind)
    /\ nonce' = Updated(nonce, e.post.nonce)
    /\ taker' = TakerOf(e.post.taker)
    /\ nextOrder' = e.post.nextOrder

IsCancel(e) ==
    /\ AcceptCancel(e.args.account, e.args.nonce, e.args.order)
    /\ nonce' = Updated(nonce, e.post.nonce)
    /\ IsOf(e.post.orders, OrderIds)
    /\ orders' = OrdersWith(e.post.orders)

IsReport(e) ==
    /\ AcceptReport(e.args.validator, e.args.round, e.args.price)
    /\ reports' = Updated(reports, e.post.reports)

IsRequestWithdrawal(e) ==
    /\ AcceptRequestWithdrawal(e.args.account, e.args.nonce, e.args.amount)
    /\ cash' = Updated(cash, e.post.cash)
    /\ nonce' = Updated(nonce, e.post.nonce)
    /\ withdrawals' = Updated(withdrawals, e.post.withdrawals)
    /\ nextWithdrawal' = e.post.nextWithdrawal
    /\ withdrawn' = e.post.withdrawn

IsApproveWithdrawal(e) ==
    /\ AcceptApproveWithdrawal(e.args.custodian, e.args.withdrawal)
    /\ withdrawals' = Updated(withdrawals, e.post.withdrawals)

IsExecuteWithdrawal(e) ==
    /\ AcceptExecuteWithdrawal(e.args.withdrawal)
    /\ withdrawals' = Updated(withdrawals, e.post.withdrawals)
    /\ externalOut' = e.post.externalOut

IsVoidWithdrawal(e) ==
    /\ AcceptVoidWithdrawal(e.args.account, e.args.nonce, e.args.withdrawal)
    /\ cash' = Updated(cash, e.post.cash)
    /\ nonce' = Updated(nonce, e.post.nonce)
    /\ withdrawals' = Updated(withdrawals, e.post.withdrawals)
    /\ withdrawn' = e.post.withdrawn

IsTakeover(e) ==
    /\ AcceptTakeover(e.args.account, e.args.nonce, e.args.target)
    /\ cash' = Updated(cash, e.post.cash)
    /\ ArePositions(e.post.position)
    /\ position' = PositionsWith(e.post.position)
    /\ nonce' = Updated(nonce, e.post.nonce)
    /\ flagged' = Updated(flagged, e.post.flagged)

IsSlash(e) ==
    /\ AcceptSlash(e.args.validator, e.args.kind, e.args.at)
    /\ stake' = Updated(stake, e.post.stake)
    /\ unbonding' = Updated(unbonding, e.post.unbonding)
    /\ jailed' = e.post.jailed
    /\ usedEvidence' \ usedEvidence = e.post.usedEvidence
    /\ insuranceFund' = e.post.insuranceFund

IsStake(e) ==
    /\ AcceptStake(e.args.account, e.args.nonce, e.args.validator, e.args.amount)
    /\ cash' = Updated(cash, e.post.cash)
    /\ nonce' = Updated(nonce, e.post.nonce)
    /\ stake' = Updated(stake, e.post.stake)

IsUnstake(e) ==
    /\ AcceptUnstake(e.args.account, e.args.nonce, e.args.validator, e.args.amount)
    /\ nonce' = Updated(nonce, e.post.nonce)
    /\ stake' = Updated(stake, e.post.stake)
    /\ unbonding' = Updated(unbonding, e.post.unbonding)

IsJoin(e) ==
    /\ AcceptJoin(e.args.account, e.args.nonce, e.args.validator)
    /\ nonce' = Updated(nonce, e.post.nonce)
    /\ joined' = e.post.joined

IsLeave(e) ==
    /\ AcceptLeave(e.args.account, e.args.nonce, e.args.validator)
    /\ nonce' = Updated(nonce, e.post.nonce)
    /\ joined' = e.post.joined

-----------------------------------------------------------------------------
(* Commands that are refused. *)

AccountCommands ==
    {"Place", "Cancel", "RequestWithdrawal", "VoidWithdrawal", "Takeover", "Stake", "Unstake",
     "Join", "Leave"}

GovernanceCommands == {"Pause", "Resume"}

\* Whose nonce c carries.
SenderOf(c) ==
    IF c.action \in AccountCommands THEN c.args.account
    ELSE IF c.action \in GovernanceCommands THEN Governance
    ELSE Anyone

VerdictOn(c) ==
    CASE c.action = "Deposit" ->
            DepositVerdict(c.args.ext, c.args.account, c.args.amount, c.args.signers)
      [] c.action = "ListGroup" ->
            ListGroupVerdict(c.args.group, c.args.expiry, c.args.signers)
      [] c.action = "ListSeries" ->
            ListSeriesVerdict(c.args.series, c.args.strike, c.args.right, c.args.group,
                              c.args.signers)
      [] c.action = "Pause" -> PauseVerdict(c.args.until, c.args.nonce, c.args.signers)
      [] c.action = "Resume" -> ResumeVerdict(c.args.nonce, c.args.signers)
      [] c.action = "Place" ->
            PlaceVerdict(c.args.account, c.args.nonce, c.args.series, c.args.side, c.args.price,
                         c.args.quantity, c.args.kind)
      [] c.action = "Cancel" -> CancelVerdict(c.args.account, c.args.nonce, c.args.order)
      [] c.action = "Report" -> ReportVerdict(c.args.validator, c.args.round, c.args.price)
      [] c.action = "RequestWithdrawal" ->
            RequestWithdrawalVerdict(c.args.account, c.args.nonce, c.args.amount)
      [] c.action = "ApproveWithdrawal" ->
            ApproveWithdrawalVerdict(c.args.custodian, c.args.withdrawal)
      [] c.action = "ExecuteWithdrawal" -> ExecuteWithdrawalVerdict(c.args.withdrawal)
      [] c.action = "VoidWithdrawal" ->
            VoidWithdrawalVerdict(c.args.account, c.args.nonce, c.args.withdrawal)
      [] c.action = "Takeover" -> TakeoverVerdict(c.args.account, c.args.nonce, c.args.target)
      [] c.action = "Slash" -> SlashVerdict(c.args.validator, c.args.kind, c.args.at)
      [] c.action = "Stake" ->
            StakeVerdict(c.args.account, c.args.nonce, c.args.validator, c.args.amount)
      [] c.action = "Unstake" ->
            UnstakeVerdict(c.args.account, c.args.nonce, c.args.validator, c.args.amount)
      [] c.action = "Join" -> JoinVerdict(c.args.account, c.args.nonce, c.args.validator)
      [] c.action = "Leave" -> LeaveVerdict(c.args.account, c.args.nonce, c.args.validator)

(***************************************************************************)
(* The spec knows no keys.  That a command is not signed by whom it names  *)
(* is taken from the event, if whom it names has a key.                    *)
(***************************************************************************)
HasItsKey(c) ==
    IF c.action \in AccountCommands THEN c.args.account \in OpenAccounts
    ELSE IF c.action = "Report" THEN c.args.validator \in Validators
    ELSE IF c.action = "ApproveWithdrawal" THEN c.args.custodian \in Custodians
    ELSE IF c.action = "Deposit"
    THEN c.args.account \in OpenAccounts /\ VerdictOn(c) /= "NOT_ENOUGH_SIGNERS"
    ELSE FALSE

\* What is to be said of c, if its signature is as the event says.
ReasonFor(c, reason) ==
    IF reason = "WRONG_SIGNER" /\ HasItsKey(c) THEN "WRONG_SIGNER" ELSE VerdictOn(c)

IsReject(e) ==
    /\ ReasonFor(e.args.command, e.args.reason) = e.args.reason
    /\ Reject(SenderOf(e.args.command), ReasonFor(e.args.command, e.args.reason))
    /\ nonce' = Updated(nonce, e.post.nonce)
    /\ governanceNonce' = e.post.governanceNonce

-----------------------------------------------------------------------------
(* What follows from a command. *)

IsFill(e) ==
    /\ MatchFill(e.args.maker)
    /\ cash' = Updated(cash, e.post.cash)
    /\ ArePositions(e.post.position)
    /\ position' = PositionsWith(e.post.position)
    /\ IsOf(e.post.orders, OrderIds)
    /\ orders' = OrdersWith(e.post.orders)
    /\ taker' = TakerOf(e.post.taker)

IsEvict(e) ==
    /\ MatchEvict(e.args.maker)
    /\ IsOf(e.post.orders, OrderIds)
    /\ orders' = OrdersWith(e.post.orders)

IsRest(e) ==
    /\ MatchRest
    /\ AreByTheirIds(e.post.orders.now)
    /\ orders' = OrdersWith(e.post.orders)
    /\ taker' = TakerOf(e.post.taker)

IsExpire(e) ==
    /\ MatchExpire
    /\ taker' = TakerOf(e.post.taker)

-----------------------------------------------------------------------------
(* What happens in every block. *)

IsQuit(e) ==
    /\ BlockQuit(e.args.at)
    /\ quitted' = e.post.quitted

IsEndCommands(e) ==
    /\ EndCommands
    /\ phase' = e.post.phase
    /\ flagged' = Updated(flagged, e.post.flagged)

IsCloseRound(e) ==
    /\ BlockCloseRound
    /\ phase' = e.post.phase
    /\ groups' = Updated(groups, e.post.groups)
    /\ round' = e.post.round
    /\ roundStart' = e.post.roundStart
    /\ IsOf(e.post.reports, DOMAIN reports)
    /\ reports' = Updated(reports, e.post.reports)
    /\ price' = e.post.price
    /\ priceHeight' = e.post.priceHeight
    /\ candidate' = e.post.candidate
    /\ outliers' = Updated(outliers, e.post.outliers)

IsKeepRound(e) ==
    /\ BlockKeepRound
    /\ phase' = e.post.phase

IsGiveUpRound(e) ==
    /\ BlockGiveUpRound
    /\ phase' = e.post.phase
    /\ round' = e.post.round
    /\ roundStart' = e.post.roundStart
    /\ IsOf(e.post.reports, DOMAIN reports)
    /\ reports' = Updated(reports, e.post.reports)

IsExpireGroup(e) ==
    /\ BlockExpireGroup(e.args.group)
    /\ IsOf(e.post.orders, OrderIds)
    /\ orders' = OrdersWith(e.post.orders)
    /\ groups' = Updated(groups, e.post.groups)

IsSettleGroup(e) ==
    /\ BlockSettleGroup(e.args.group)
    /\ cash' = Updated(cash, e.post.cash)
    /\ ArePositions(e.post.position)
    /\ position' = PositionsWith(e.post.position)
    /\ groups' = Updated(groups, e.post.groups)
    /\ withdrawals' = Updated(withdrawals, e.post.withdrawals)
    /\ stake' = Updated(stake, e.post.stake)
    /\ unbonding' = Updated(unbonding, e.post.unbonding)
    /\ insuranceFund' = e.post.insuranceFund

IsEndExpiry(e) ==
    /\ BlockEndExpiry
    /\ phase' = e.post.phase

IsFlag(e) ==
    /\ BlockFlag(e.args.account)
    /\ flagged' = Updated(flagged, e.post.flagged)
    /\ IsOf(e.post.orders, OrderIds)
    /\ orders' = OrdersWith(e.post.orders)
    /\ swept' = e.post.swept

IsUnflag(e) ==
    /\ BlockUnflag(e.args.account)
    /\ flagged' = Updated(flagged, e.post.flagged)
    /\ swept' = e.post.swept

IsDeleverage(e) ==
    /\ BlockDeleverage(e.args.account)
    /\ cash' = Updated(cash, e.post.cash)
    /\ ArePositions(e.post.position)
    /\ position' = PositionsWith(e.post.position)
    /\ flagged' = Updated(flagged, e.post.flagged)
    /\ withdrawals' = Updated(withdrawals, e.post.withdrawals)
    /\ stake' = Updated(stake, e.post.stake)
    /\ unbonding' = Updated(unbonding, e.post.unbonding)
    /\ insuranceFund' = e.post.insuranceFund
    /\ swept' = e.post.swept

IsEndLiquidation(e) ==
    /\ BlockEndLiquidation
    /\ phase' = e.post.phase

IsReleaseUnbonding(e) ==
    /\ BlockReleaseUnbonding(e.args.validator)
    /\ cash' = Updated(cash, e.post.cash)
    /\ unbonding' = Updated(unbonding, e.post.unbonding)

\* The end of a block tells everything, so that nothing can have changed unseen.
\* The variables are those that the event has, which has all but the history.
HasEverything(e) ==
    /\ height' = e.post.height
    /\ phase' = e.post.phase
    /\ swept' = e.post.swept
    /\ taker' = TakerOf(e.post.taker)
    /\ cash' = e.post.cash
    /\ position' = [a \in DOMAIN e.post.cash |->
           IF a \in DOMAIN e.post.position
           THEN Filled(e.post.position[a], DOMAIN e.post.series, Zero)
           ELSE [s \in DOMAIN e.post.series |-> Zero]]
    /\ nonce' = Filled(e.post.nonce, DOMAIN e.post.cash \union DOMAIN e.post.nonce, 0)
    /\ flagged' = Filled(e.post.flagged, DOMAIN e.post.cash \union DOMAIN e.post.flagged, 0)
    /\ governanceNonce' = e.post.governanceNonce
    /\ orders' = {e.post.orders[k]: k \in DOMAIN e.post.orders}
    /\ nextOrder' = e.post.nextOrder
    /\ groups' = e.post.groups
    /\ series' = e.post.series
    /\ round' = e.post.round
    /\ roundStart' = e.post.roundStart
    /\ reports' = e.post.reports
    /\ price' = e.post.price
    /\ priceHeight' = e.post.priceHeight
    /\ candidate' = e.post.candidate
    /\ outliers' = Filled(e.post.outliers, Validators \union DOMAIN e.post.outliers, 0)
    /\ stake' = e.post.stake
    /\ unbonding' =
           Filled(e.post.unbonding, Validators \union DOMAIN e.post.unbonding, NotUnbonding)
    /\ jailed' = e.post.jailed
    /\ joined' = e.post.joined
    /\ weight' = e.post.weight
    /\ usedEvidence' = e.post.usedEvidence
    /\ insuranceFund' = e.post.insuranceFund
    /\ withdrawals' = e.post.withdrawals
    /\ nextWithdrawal' = e.post.nextWithdrawal
    /\ withdrawn' = e.post.withdrawn
    /\ usedDeposits' = e.post.usedDeposits
    /\ externalIn' = e.post.externalIn
    /\ externalOut' = e.post.externalOut
    /\ pausedUntil' = e.post.pausedUntil
    /\ quitted' = e.post.quitted

IsEndBlock(e) ==
    /\ EndBlock
    /\ ArePositions(e.post.position)
    /\ AreByTheirIds(e.post.orders)
    /\ HasEverything(e)

(***************************************************************************)
(* A segment of a trace begins where a block ended, in the state that the  *)
(* event at its end has.  Whether the block led there is for the segment   *)
(* before it to say, of which that event is the last.                      *)
(***************************************************************************)
BeginAt(e) ==
    /\ HasEverything(e)
    /\ UNCHANGED <<notes, rejected>>

-----------------------------------------------------------------------------
(***************************************************************************)
(* What could have been done, for people who read why an event was         *)
(* rejected: for each action, what it could have been taken with.  Which   *)
(* commands would be accepted is left out.                                 *)
(***************************************************************************)
Once(condition) == IF condition THEN {<<>>} ELSE {}

Allowed(i) ==
    <<
        <<"any command", Once(Commanding)>>,
        <<"EndCommands", Once(CanEndCommands)>>,
        <<"Fill", {o \in OrderIds: CanFill(o)}>>,
        <<"Evict", {o \in OrderIds: CanEvict(o)}>>,
        <<"Rest", Once(CanRest)>>,
        <<"Expire", Once(CanExpire)>>,
        <<"CloseRound", Once(CanCloseRound)>>,
        <<"KeepRound", Once(CanKeepRound)>>,
        <<"GiveUpRound", Once(CanGiveUpRound)>>,
        <<"ExpireGroup", {g \in DOMAIN groups: CanExpireGroup(g)}>>,
        <<"SettleGroup", {g \in DOMAIN groups: CanSettleGroup(g)}>>,
        <<"EndExpiry", Once(CanEndExpiry)>>,
        <<"Flag", {a \in DOMAIN cash: CanFlag(a)}>>,
        <<"Unflag", {a \in DOMAIN cash: CanUnflag(a)}>>,
        <<"Deleverage", {a \in DOMAIN cash: CanDeleverage(a)}>>,
        <<"EndLiquidation", Once(CanEndLiquidation)>>,
        <<"ReleaseUnbonding", {v \in Validators: CanBlockReleaseUnbonding(v)}>>,
        <<"EndBlock", Once(CanEndBlock)>>
    >>

-----------------------------------------------------------------------------
TraceInit == Init
=============================================================================
