------------------------- MODULE SettlementLiveness -------------------------
(***************************************************************************)
(* What happens once validators are heard: blocks are executed one after   *)
(* another, each carries the reports of all correct validators, the newest *)
(* quittance and the approvals of custodians, and who can have an approved *)
(* withdrawal paid out does.  Then an expired group is settled, a flagged  *)
(* account becomes flat or healthy, an approved withdrawal is paid out or  *)
(* taken back, and a halt ends.                                            *)
(*                                                                         *)
(* Before the block GoodFrom reports may be missing, quittances may be     *)
(* late, and what correct validators see may be anything in Seen.  From    *)
(* then on the price does not move, which is what "prices agree" means: a  *)
(* price that jumps in every round is never confirmed, and should not be.  *)
(*                                                                         *)
(* Blocks go on for ever; here they stop after Horizon, which must be far  *)
(* enough for all that is to happen.  If it is too near, the properties    *)
(* fail, so that they are never true for that reason.                      *)
(***************************************************************************)
EXTENDS Settlement

CONSTANTS
    \* From this block on all is good.
    \* @type: Int;
    GoodFrom,
    \* The last block.
    \* @type: Int;
    Horizon,
    \* What correct validators may see before that, and what they see then.
    \* @type: Set($amount);
    Seen,
    \* @type: $amount;
    Steady,
    \* The validators that are not correct: they report nothing.
    \* @type: Set(Int);
    Faulty

\* @type: Set($amount);
SeenNow == IF height >= GoodFrom THEN {Steady} ELSE Seen

\* @type: (Int) => Bool;
Hear(v) == \E x \in SeenNow: AcceptReport(v, round, x)

\* A good block carries what is to be had: reports, a quittance, approvals, and what they allow.
BlockIsFull ==
    height >= GoodFrom =>
        /\ \A v \in Validators \ Faulty: v \in DOMAIN reports
        /\ quitted = height - 1
        /\ \A c \in Custodians, w \in DOMAIN withdrawals: ~CanApproveWithdrawal(c, w)
        /\ \A w \in DOMAIN withdrawals: ~CanExecuteWithdrawal(w)

CarryQuittance == \E at \in {height - 1}: BlockQuit(at)

Approve == \E c \in Custodians, w \in DOMAIN withdrawals: AcceptApproveWithdrawal(c, w)
PayOut == \E w \in DOMAIN withdrawals: AcceptExecuteWithdrawal(w)

CloseBlock ==
    /\ BlockIsFull
    /\ EndCommands

\* What follows at the end of a block.
EndOfBlock ==
    \/ BlockCloseRound
    \/ BlockKeepRound
    \/ BlockGiveUpRound
    \/ \E g \in DOMAIN groups: BlockExpireGroup(g)
    \/ \E g \in DOMAIN groups: BlockSettleGroup(g)
    \/ BlockEndExpiry
    \/ \E a \in DOMAIN cash: BlockFlag(a)
    \/ \E a \in DOMAIN cash: BlockUnflag(a)
    \/ \E a \in DOMAIN cash: BlockDeleverage(a)
    \/ BlockEndLiquidation
    \/ \E v \in Validators: BlockReleaseUnbonding(v)

NextBlock ==
    /\ height < Horizon
    /\ EndBlock

\* What anyone may or may not do.
Meddle ==
    \/ \E p \in Requests: AcceptRequestWithdrawal(p[1], nonce[p[1]], p[2])
    \/ \E p \in Voids: AcceptVoidWithdrawal(p[1], nonce[p[1]], p[2])
    \/ \E p \in Takeovers: AcceptTakeover(p[1], nonce[p[1]], p[2])
    \/ \E p \in Pauses: AcceptPause(p[1], governanceNonce, p[2])
    \/ \E p \in Deposits: AcceptDeposit(p[1], p[2], p[3], p[4])

LiveNext ==
    \/ \E v \in Validators \ Faulty: Hear(v)
    \/ CarryQuittance
    \/ Approve
    \/ PayOut
    \/ CloseBlock
    \/ EndOfBlock
    \/ NextBlock
    \/ Meddle

(***************************************************************************)
(* Nothing waits for ever that could be done: it is weak fairness only, of *)
(* each thing on its own.                                                  *)
(***************************************************************************)
Fairness ==
    /\ \A v \in Validators: WF_vars(v \notin Faulty /\ Hear(v))
    /\ WF_vars(CarryQuittance)
    /\ WF_vars(Approve)
    /\ WF_vars(PayOut)
    /\ WF_vars(CloseBlock)
    /\ WF_vars(EndOfBlock)
    /\ WF_vars(NextBlock)

LiveSpec == Init /\ [][LiveNext]_vars /\ Fairness

-----------------------------------------------------------------------------
\* @type: (Int) => Bool;
IsSettled(g) == g \in DOMAIN groups /\ groups[g].status = "SETTLED"

\* @type: (Int) => Bool;
IsExpired(g) == g \in DOMAIN groups /\ groups[g].status = "EXPIRED"

ExpiredIsSettled == \A g \in {1, 2}: IsExpired(g) ~> IsSettled(g)

\* @type: (Int) => Bool;
IsFlagged(a) == a \in DOMAIN flagged /\ flagged[a] > 0

FlaggedIsResolved == \A a \in {0, 1, 2}: IsFlagged(a) ~> ~IsFlagged(a)

\* @type: (Int) => Bool;
IsApproved(w) == w \in DOMAIN withdrawals /\ withdrawals[w].approved > 0

\* @type: (Int) => Bool;
IsOver(w) == w \in DOMAIN withdrawals /\ withdrawals[w].status /= "PENDING"

ApprovedIsOver == \A w \in {1, 2}: IsApproved(w) ~> IsOver(w)

HaltIsOver == Mode = "HALT" ~> Mode = "OPEN"
=============================================================================
