------------------------------ MODULE Settlement ----------------------------
(***************************************************************************)
(* The clearinghouse as one state machine: commands as they come out of    *)
(* ordering, and what follows from them at the end of each block.  Every   *)
(* replica executes the same blocks and must come to the same state.       *)
(*                                                                         *)
(* A block is executed in five phases:                                     *)
(*                                                                         *)
(*     commands      each is accepted, or refused for a reason that all    *)
(*                   replicas agree on                                     *)
(*     oracle        a round of prices is closed, or goes on               *)
(*     expiry        groups expire and are settled                         *)
(*     liquidation   accounts are flagged, unflagged or closed out         *)
(*     staking       what was unstaked comes back, and the epoch may end   *)
(*                                                                         *)
(* The other modules say what each step does.  This one adds who may ask   *)
(* for it and in which order, composes them, and has the properties of the *)
(* whole.  Each action here is one step of the Java state machine and one  *)
(* event of a trace.                                                       *)
(***************************************************************************)
EXTENDS Expiry, Liquidation, Slashing, Treasury

CONSTANTS
    \* What there is when the system starts.  Owners of validators have an account.
    \* @type: Int -> $amount;
    GenesisCash,
    \* @type: Int -> $amount;
    GenesisStake

(***************************************************************************)
(* Who has unstaked has no weight any more before the stake is out of      *)
(* reach: weights follow stakes at the end of an epoch only.               *)
(***************************************************************************)
ASSUME WeightIsWithinReach == UnbondingBlocks >= EpochLength

VARIABLES
    \* What an account's next command must carry: how many it has had executed.
    \* @type: Int -> Int;
    nonce,
    \* The same for what governors pause and resume.
    \* @type: Int;
    governanceNonce

\* @type: <<Int -> Int, Int>>;
nonceVars == <<nonce, governanceNonce>>

(***************************************************************************)
(* History: nothing depends on it but properties.                          *)
(***************************************************************************)
VARIABLES
    \* How often each group was settled.
    \* @type: Int -> Int;
    settlements,
    \* What the taker's account missed of its initial margin when the order was placed.
    \* @type: $amount;
    takerShortfall,
    \* Was the last step a command that was refused?
    \* @type: Bool;
    rejected

\* What Place and the settlements of groups write.
\* @type: <<Int -> Int, $amount>>;
notes == <<settlements, takerShortfall>>

vars ==
    <<contractsVars, accountsVars, oracleVars, bookVars, liquidationVars, slashingVars,
      treasuryVars, nonceVars, notes, rejected>>

\* All that a command can change but nonces.
stateVars ==
    <<contractsVars, accountsVars, oracleVars, bookVars, liquidationVars, slashingVars,
      treasuryVars>>

-----------------------------------------------------------------------------
(* Who may ask for what. *)

\* Can a command be executed now?
Commanding == phase = "commands" /\ ~Matching

\* @type: (Int, Int) => Bool;
IsNonce(a, n) == a \in DOMAIN nonce /\ nonce[a] = n

\* The first reason to refuse a command of account a, in the order of precedence.
\* @type: (Int, Int, Str) => Str;
AccountVerdict(a, n, refusal) ==
    IF refusal = "UNKNOWN_ACCOUNT" THEN "UNKNOWN_ACCOUNT"
    ELSE IF nonce[a] /= n THEN "WRONG_NONCE"
    ELSE refusal

\* The same for the governors' commands that carry a nonce.
\* @type: (Int, Str) => Str;
GovernanceVerdict(n, refusal) ==
    IF refusal = "NOT_ENOUGH_SIGNERS" THEN "NOT_ENOUGH_SIGNERS"
    ELSE IF governanceNonce /= n THEN "WRONG_NONCE"
    ELSE refusal

\* An account's command is executed: its nonce is used up.
\* @type: (Int) => Bool;
UseNonce(a) ==
    /\ nonce' = [nonce EXCEPT ![a] = @ + 1]
    /\ UNCHANGED governanceNonce

UseGovernanceNonce ==
    /\ governanceNonce' = governanceNonce + 1
    /\ UNCHANGED nonce

NotRejected == rejected' = FALSE

(***************************************************************************)
(* A command is refused.  Nothing changes; but if it is signed with the    *)
(* right nonce, that nonce is used up, so that nobody can have the command *)
(* executed later, when it would be accepted.  The sender is an account,   *)
(* or Governance for a command with its nonce, or Anyone for a command     *)
(* that has none.                                                          *)
(***************************************************************************)
Governance == -1
Anyone == -2

\* The reasons for which it is not even known whether the sender meant it.
Unsigned == {"NOT_ENOUGH_SIGNERS", "WRONG_SIGNER", "UNKNOWN_ACCOUNT", "WRONG_NONCE"}

\* @type: (Int, Str) => Bool;
CanReject(sender, verdict) ==
    /\ Commanding
    /\ verdict /= "ACCEPTED"

\* @type: (Int, Str) => Bool;
Reject(sender, verdict) ==
    /\ CanReject(sender, verdict)
    /\ nonce' =
           IF sender \in DOMAIN nonce /\ verdict \notin Unsigned
           THEN [nonce EXCEPT ![sender] = @ + 1]
           ELSE nonce
    /\ governanceNonce' =
           IF sender = Governance /\ verdict \notin Unsigned
           THEN governanceNonce + 1
           ELSE governanceNonce
    /\ rejected' = TRUE
    /\ UNCHANGED stateVars
    /\ UNCHANGED notes

-----------------------------------------------------------------------------
(* The commands.  For each: the verdict on it, and the step if it is accepted. *)

\* @type: (Int, Int, $amount, Set(Int)) => Str;
DepositVerdict(ext, a, amount, signers) == DepositRefusal(ext, a, amount, signers)

(***************************************************************************)
(* A new account starts with nonce 0.                                      *)
(***************************************************************************)
\* @type: (Int, Int, $amount, Set(Int)) => Bool;
AcceptDeposit(ext, a, amount, signers) ==
    /\ ~Matching
    /\ Deposit(ext, a, amount, signers)
    /\ nonce' = Extended([x \in {a} |-> 0], nonce)
    /\ NotRejected
    /\ UNCHANGED <<governanceNonce, bookVars, liquidationVars, slashingVars, notes>>

\* @type: (Int, Int, Set(Int)) => Str;
ListGroupVerdict(g, expiry, signers) == ListGroupRefusal(g, expiry, signers)

\* @type: (Int, Int, Set(Int)) => Bool;
AcceptListGroup(g, expiry, signers) ==
    /\ Commanding
    /\ ListGroup(g, expiry, signers)
    /\ settlements' = Extended(settlements, [x \in {g} |-> 0])
    /\ NotRejected
    /\ UNCHANGED <<accountsVars, oracleVars, bookVars, liquidationVars, slashingVars,
                   treasuryVars, nonceVars, takerShortfall>>

\* @type: (Int, $amount, Str, Int, Set(Int)) => Str;
ListSeriesVerdict(s, strike, right, g, signers) ==
    ListSeriesRefusal(s, strike, right, g, signers)

\* @type: (Int, $amount, Str, Int, Set(Int)) => Bool;
AcceptListSeries(s, strike, right, g, signers) ==
    /\ Commanding
    /\ ListSeries(s, strike, right, g, signers)
    /\ OpenSeries(s)
    /\ NotRejected
    /\ UNCHANGED <<oracleVars, bookVars, liquidationVars, slashingVars, treasuryVars, nonceVars,
                   notes>>

\* @type: (Int, Int, Set(Int)) => Str;
PauseVerdict(until, n, signers) == GovernanceVerdict(n, PauseRefusal(until, signers))

\* @type: (Int, Int, Set(Int)) => Bool;
AcceptPause(until, n, signers) ==
    /\ ~Matching
    /\ governanceNonce = n
    /\ Pause(until, signers)
    /\ UseGovernanceNonce
    /\ NotRejected
    /\ UNCHANGED <<accountsVars, bookVars, liquidationVars, slashingVars, treasuryVars, notes>>

\* @type: (Int, Set(Int)) => Str;
ResumeVerdict(n, signers) == GovernanceVerdict(n, ResumeRefusal(signers))

\* @type: (Int, Set(Int)) => Bool;
AcceptResume(n, signers) ==
    /\ ~Matching
    /\ governanceNonce = n
    /\ Resume(signers)
    /\ UseGovernanceNonce
    /\ NotRejected
    /\ UNCHANGED <<accountsVars, bookVars, liquidationVars, slashingVars, treasuryVars, notes>>

\* @type: (Int, Int, Int, Str, $amount, $amount, Str) => Str;
PlaceVerdict(a, n, s, side, x, quantity, kind) ==
    AccountVerdict(a, n, PlaceRefusal(a, s, side, x, quantity, kind))

(***************************************************************************)
(* The order is matched before anything else is executed: after this come  *)
(* Fill, Evict, Rest and Expire, until there is no taker.                  *)
(***************************************************************************)
\* @type: (Int, Int, Int, Str, $amount, $amount, Str) => Bool;
AcceptPlace(a, n, s, side, x, quantity, kind) ==
    /\ IsNonce(a, n)
    /\ Place(a, s, side, x, quantity, kind)
    /\ UseNonce(a)
    /\ takerShortfall' = Shortfall(price, cash[a], position[a])
    /\ NotRejected
    /\ UNCHANGED <<liquidationVars, slashingVars, treasuryVars, settlements>>

\* The matching is over, or it is not.
MatchGoesOn ==
    /\ takerShortfall' = IF taker'.id > 0 THEN takerShortfall ELSE Zero
    /\ NotRejected
    /\ UNCHANGED <<liquidationVars, slashingVars, treasuryVars, nonceVars, settlements>>

\* @type: (Int) => Bool;
MatchFill(maker) == Fill(maker) /\ MatchGoesOn

\* @type: (Int) => Bool;
MatchEvict(maker) == Evict(maker) /\ MatchGoesOn

MatchRest == Rest /\ MatchGoesOn

MatchExpire == Expire /\ MatchGoesOn

\* @type: (Int, Int, Int) => Str;
CancelVerdict(a, n, order) == AccountVerdict(a, n, CancelRefusal(a, order))

\* @type: (Int, Int, Int) => Bool;
AcceptCancel(a, n, order) ==
    /\ IsNonce(a, n)
    /\ Cancel(a, order)
    /\ UseNonce(a)
    /\ NotRejected
    /\ UNCHANGED <<liquidationVars, slashingVars, treasuryVars, notes>>

\* @type: (Int, Int, $amount) => Str;
ReportVerdict(v, r, x) == ReportRefusal(v, r, x)

\* @type: (Int, Int, $amount) => Bool;
AcceptReport(v, r, x) ==
    /\ ~Matching
    /\ Report(v, r, x)
    /\ NotRejected
    /\ UNCHANGED <<accountsVars, bookVars, liquidationVars, slashingVars, treasuryVars, nonceVars,
                   notes>>

\* @type: (Int, Int, $amount) => Str;
RequestWithdrawalVerdict(a, n, amount) ==
    AccountVerdict(a, n, RequestWithdrawalRefusal(a, amount))

\* @type: (Int, Int, $amount) => Bool;
AcceptRequestWithdrawal(a, n, amount) ==
    /\ ~Matching
    /\ IsNonce(a, n)
    /\ RequestWithdrawal(a, amount)
    /\ UseNonce(a)
    /\ NotRejected
    /\ UNCHANGED <<bookVars, liquidationVars, slashingVars, notes>>

\* @type: (Int, Int) => Str;
ApproveWithdrawalVerdict(custodian, w) == ApproveWithdrawalRefusal(custodian, w)

\* @type: (Int, Int) => Bool;
AcceptApproveWithdrawal(custodian, w) ==
    /\ ~Matching
    /\ ApproveWithdrawal(custodian, w)
    /\ NotRejected
    /\ UNCHANGED <<bookVars, liquidationVars, slashingVars, nonceVars, notes>>

\* @type: (Int) => Str;
ExecuteWithdrawalVerdict(w) == ExecuteWithdrawalRefusal(w)

\* @type: (Int) => Bool;
AcceptExecuteWithdrawal(w) ==
    /\ ~Matching
    /\ ExecuteWithdrawal(w)
    /\ NotRejected
    /\ UNCHANGED <<bookVars, liquidationVars, slashingVars, nonceVars, notes>>

\* @type: (Int, Int, Int) => Str;
VoidWithdrawalVerdict(a, n, w) == AccountVerdict(a, n, VoidWithdrawalRefusal(a, w))

\* @type: (Int, Int, Int) => Bool;
AcceptVoidWithdrawal(a, n, w) ==
    /\ ~Matching
    /\ IsNonce(a, n)
    /\ VoidWithdrawal(a, w)
    /\ UseNonce(a)
    /\ NotRejected
    /\ UNCHANGED <<bookVars, liquidationVars, slashingVars, notes>>

\* @type: (Int, Int, Int) => Str;
TakeoverVerdict(bidder, n, target) == AccountVerdict(bidder, n, TakeoverRefusal(bidder, target))

\* @type: (Int, Int, Int) => Bool;
AcceptTakeover(bidder, n, target) ==
    /\ ~Matching
    /\ IsNonce(bidder, n)
    /\ Takeover(bidder, target)
    /\ UseNonce(bidder)
    /\ NotRejected
    /\ UNCHANGED <<slashingVars, treasuryVars, notes>>

\* @type: (Int, Str, Int) => Str;
SlashVerdict(v, kind, at) == SlashRefusal(v, kind, at)

\* @type: (Int, Str, Int) => Bool;
AcceptSlash(v, kind, at) ==
    /\ ~Matching
    /\ Slash(v, kind, at)
    /\ NotRejected
    /\ UNCHANGED <<bookVars, liquidationVars, treasuryVars, nonceVars, notes>>

\* @type: (Int, Int, Int, $amount) => Str;
StakeVerdict(a, n, v, amount) == AccountVerdict(a, n, StakeRefusal(a, v, amount))

\* @type: (Int, Int, Int, $amount) => Bool;
AcceptStake(a, n, v, amount) ==
    /\ ~Matching
    /\ IsNonce(a, n)
    /\ Stake(a, v, amount)
    /\ UseNonce(a)
    /\ NotRejected
    /\ UNCHANGED <<bookVars, liquidationVars, treasuryVars, notes>>

\* @type: (Int, Int, Int, $amount) => Str;
UnstakeVerdict(a, n, v, amount) == AccountVerdict(a, n, UnstakeRefusal(a, v, amount))

\* @type: (Int, Int, Int, $amount) => Bool;
AcceptUnstake(a, n, v, amount) ==
    /\ ~Matching
    /\ IsNonce(a, n)
    /\ Unstake(a, v, amount)
    /\ UseNonce(a)
    /\ NotRejected
    /\ UNCHANGED <<bookVars, liquidationVars, treasuryVars, notes>>

\* @type: (Int, Int, Int) => Str;
JoinVerdict(a, n, v) == AccountVerdict(a, n, JoinRefusal(a, v))

\* @type: (Int, Int, Int) => Bool;
AcceptJoin(a, n, v) ==
    /\ ~Matching
    /\ IsNonce(a, n)
    /\ Join(a, v)
    /\ UseNonce(a)
    /\ NotRejected
    /\ UNCHANGED <<bookVars, liquidationVars, treasuryVars, notes>>

\* @type: (Int, Int, Int) => Str;
LeaveVerdict(a, n, v) == AccountVerdict(a, n, LeaveRefusal(a, v))

\* @type: (Int, Int, Int) => Bool;
AcceptLeave(a, n, v) ==
    /\ ~Matching
    /\ IsNonce(a, n)
    /\ Leave(a, v)
    /\ UseNonce(a)
    /\ NotRejected
    /\ UNCHANGED <<bookVars, liquidationVars, treasuryVars, notes>>

-----------------------------------------------------------------------------
(* What a block does before and after its commands. *)

(***************************************************************************)
(* The block carries the quittance of an earlier height.  It is the first  *)
(* step of a block in the Java state machine; nothing here depends on      *)
(* that.                                                                   *)
(***************************************************************************)
\* @type: (Int) => Bool;
BlockQuit(at) ==
    /\ ~Matching
    /\ Quit(at)
    /\ NotRejected
    /\ UNCHANGED <<bookVars, liquidationVars, slashingVars, nonceVars, notes>>

(***************************************************************************)
(* All commands of the block have been executed.  Now it is known whether  *)
(* flagged accounts could be taken over in it.                             *)
(***************************************************************************)
CanEndCommands == Commanding

EndCommands ==
    /\ CanEndCommands
    /\ phase' = "oracle"
    /\ flagged' = FlaggedAfterCommands
    /\ NotRejected
    /\ UNCHANGED <<round, roundStart, reports, price, priceHeight, candidate, outliers, jailed,
                   weight, pausedUntil>>
    /\ UNCHANGED <<cash, position, insuranceFund, stake, unbonding, withdrawals, externalIn,
                   externalOut>>
    /\ UNCHANGED <<contractsVars, bookVars, liquidationVars, slashingVars, treasuryVars,
                   nonceVars, notes>>

BlockCloseRound ==
    /\ CloseRound
    /\ NotRejected
    /\ UNCHANGED <<accountsVars, bookVars, liquidationVars, slashingVars, treasuryVars, nonceVars,
                   notes>>

BlockKeepRound ==
    /\ KeepRound
    /\ NotRejected
    /\ UNCHANGED <<accountsVars, bookVars, liquidationVars, slashingVars, treasuryVars, nonceVars,
                   notes>>

BlockGiveUpRound ==
    /\ GiveUpRound
    /\ NotRejected
    /\ UNCHANGED <<accountsVars, bookVars, liquidationVars, slashingVars, treasuryVars, nonceVars,
                   notes>>

\* @type: (Int) => Bool;
BlockExpireGroup(g) ==
    /\ ExpireGroup(g)
    /\ NotRejected
    /\ UNCHANGED <<liquidationVars, slashingVars, treasuryVars, nonceVars, notes>>

\* @type: (Int) => Bool;
BlockSettleGroup(g) ==
    /\ SettleGroup(g)
    /\ settlements' = [settlements EXCEPT ![g] = @ + 1]
    /\ NotRejected
    /\ UNCHANGED <<liquidationVars, slashingVars, treasuryVars, nonceVars, takerShortfall>>

BlockEndExpiry ==
    /\ EndExpiry
    /\ NotRejected
    /\ UNCHANGED <<liquidationVars, slashingVars, treasuryVars, nonceVars, notes>>

\* @type: (Int) => Bool;
BlockFlag(a) ==
    /\ Flag(a)
    /\ NotRejected
    /\ UNCHANGED <<slashingVars, treasuryVars, nonceVars, notes>>

\* @type: (Int) => Bool;
BlockUnflag(a) ==
    /\ Unflag(a)
    /\ NotRejected
    /\ UNCHANGED <<slashingVars, treasuryVars, nonceVars, notes>>

\* @type: (Int) => Bool;
BlockDeleverage(a) ==
    /\ Deleverage(a)
    /\ NotRejected
    /\ UNCHANGED <<slashingVars, treasuryVars, nonceVars, notes>>

BlockEndLiquidation ==
    /\ EndLiquidation
    /\ NotRejected
    /\ UNCHANGED <<slashingVars, treasuryVars, nonceVars, notes>>

(***************************************************************************)
(* What was unstaked long enough ago comes back, validator by validator.   *)
(***************************************************************************)
\* @type: (Int) => Bool;
CanBlockReleaseUnbonding(v) ==
    /\ CanReleaseUnbonding(v)
    /\ \A w \in Validators: w < v => ~CanReleaseUnbonding(w)

\* @type: (Int) => Bool;
BlockReleaseUnbonding(v) ==
    /\ CanBlockReleaseUnbonding(v)
    /\ ReleaseUnbonding(v)
    /\ NotRejected
    /\ UNCHANGED <<bookVars, liquidationVars, treasuryVars, nonceVars, notes>>

(***************************************************************************)
(* The weights of the next epoch.  If nobody would have any, they stay as  *)
(* they are: without weight no round is ever closed again, and nobody      *)
(* could get out or in on a price.                                         *)
(***************************************************************************)
\* @type: Int -> $amount;
NextWeight ==
    LET next == [v \in Validators |->
                    IF v \in joined /\ v \notin jailed THEN stake[v] ELSE Zero]
    IN  IF SumOf(next, Validators) > 0 THEN next ELSE weight

(***************************************************************************)
(* Outliers of the epoch that ends get another chance.  Only the end of a  *)
(* round could bring them back otherwise, and there is none as long as     *)
(* those who are excluded have a third of the weight.                      *)
(***************************************************************************)
\* @type: Int -> Int;
NextOutliers == [v \in Validators |-> 0]

\* Is this the last block of an epoch?
EpochEnds == height % EpochLength = 0

(***************************************************************************)
(* Nothing is left to be done in this block.  At the end of an epoch the   *)
(* weights follow the stakes, and outliers and withdrawals are counted     *)
(* anew.                                                                   *)
(***************************************************************************)
CanEndBlock ==
    /\ phase = "staking"
    /\ \A v \in Validators: ~CanReleaseUnbonding(v)

EndBlock ==
    /\ CanEndBlock
    /\ phase' = "commands"
    /\ height' = height + 1
    /\ swept' = -1
    /\ weight' = IF EpochEnds THEN NextWeight ELSE weight
    /\ outliers' = IF EpochEnds THEN NextOutliers ELSE outliers
    /\ withdrawn' = IF EpochEnds THEN Zero ELSE withdrawn
    /\ NotRejected
    /\ UNCHANGED <<round, roundStart, reports, price, priceHeight, candidate, jailed, pausedUntil>>
    /\ UNCHANGED <<nextWithdrawal, usedDeposits, quitted>>
    /\ UNCHANGED <<groups, series, accountsVars, bookVars, slashingVars, nonceVars, notes>>

-----------------------------------------------------------------------------
(***************************************************************************)
(* What is asked for.  Everything is; the models, which can't try          *)
(* everything, put smaller sets in the place of these, and trace           *)
(* validation, which knows what was asked for, uses neither these nor      *)
(* Next.  (So amounts may be counted through here.)                        *)
(***************************************************************************)
\* @type: Set(Int);
Senders == OpenAccounts \union {NextAccount}

\* @type: (Int) => Set(Int);
NoncesOf(a) == IF a \in DOMAIN nonce THEN {nonce[a], nonce[a] + 1} ELSE {0}

\* @type: Set(<<Int, Int, $amount, Set(Int)>>);
Deposits ==
    {<<Cardinality(usedDeposits) + 1, a, x, Custodians>>: a \in Senders, x \in 1 .. MaxMoney}

\* @type: Set(<<Int, Int, Set(Int)>>);
GroupListings ==
    {<<Cardinality(DOMAIN groups) + 1, height + k, Governors>>: k \in 1 .. 3}

\* @type: Set(<<Int, $amount, Str, Int, Set(Int)>>);
SeriesListings ==
    {<<Cardinality(DOMAIN series) + 1, x, right, g, Governors>>:
        x \in 1 .. MaxPrice, right \in Rights, g \in DOMAIN groups}

\* @type: Set(<<Int, Set(Int)>>);
Pauses == {<<height + k, Governors>>: k \in 1 .. MaxPause}

\* @type: Set(Set(Int));
Resumes == {Governors}

\* @type: Set(<<Int, Int, Str, $amount, $amount, Str>>);
Placements ==
    {<<a, s, side, x, n, kind>>:
        a \in Senders, s \in DOMAIN series, side \in {"buy", "sell"},
        x \in 1 .. MaxPrice, n \in 1 .. MaxQuantity, kind \in {"GTC", "IOC", "POST_ONLY"}}

\* @type: Set(<<Int, Int>>);
Cancellations == {<<a, o>>: a \in Senders, o \in 1 .. nextOrder}

\* @type: Set(<<Int, Int, $amount>>);
Reports == {<<v, r, x>>: v \in Validators, r \in {round, round + 1}, x \in 1 .. MaxPrice}

\* @type: Set(<<Int, $amount>>);
Requests == {<<a, x>>: a \in Senders, x \in 1 .. MaxMoney}

\* @type: Set(<<Int, Int>>);
Approvals == {<<c, w>>: c \in Custodians, w \in 1 .. nextWithdrawal}

\* @type: Set(Int);
Executions == 1 .. nextWithdrawal

\* @type: Set(<<Int, Int>>);
Voids == {<<a, w>>: a \in Senders, w \in 1 .. nextWithdrawal}

\* @type: Set(<<Int, Int>>);
Takeovers == {<<a, b>>: a \in Senders, b \in Senders}

\* @type: Set(<<Int, Str, Int>>);
Slashes == {<<v, kind, at>>: v \in Validators, kind \in {"vote", "attestation"}, at \in 1 .. height}

\* @type: Set(<<Int, Int, $amount>>);
Stakings == {<<a, v, x>>: a \in Senders, v \in Validators, x \in 1 .. MaxMoney}

\* @type: Set(<<Int, Int, $amount>>);
Unstakings == {<<a, v, x>>: a \in Senders, v \in Validators, x \in 1 .. MaxMoney}

\* @type: Set(<<Int, Int>>);
Joins == {<<a, v>>: a \in Senders, v \in Validators}

\* @type: Set(<<Int, Int>>);
Leaves == {<<a, v>>: a \in Senders, v \in Validators}

\* @type: Set(Int);
Quittances == 1 .. (height - 1)

(***************************************************************************)
(* Each command is executed or refused.                                    *)
(***************************************************************************)
TryDeposit ==
    /\ Commanding
    /\ \E p \in Deposits:
        LET verdict == DepositVerdict(p[1], p[2], p[3], p[4])
        IN  IF verdict = "ACCEPTED"
            THEN AcceptDeposit(p[1], p[2], p[3], p[4])
            ELSE Reject(Anyone, verdict)

TryListGroup ==
    /\ Commanding
    /\ \E p \in GroupListings:
        LET verdict == ListGroupVerdict(p[1], p[2], p[3])
        IN  IF verdict = "ACCEPTED"
            THEN AcceptListGroup(p[1], p[2], p[3])
            ELSE Reject(Anyone, verdict)

TryListSeries ==
    /\ Commanding
    /\ \E p \in SeriesListings:
        LET verdict == ListSeriesVerdict(p[1], p[2], p[3], p[4], p[5])
        IN  IF verdict = "ACCEPTED"
            THEN AcceptListSeries(p[1], p[2], p[3], p[4], p[5])
            ELSE Reject(Anyone, verdict)

TryPause ==
    /\ Commanding
    /\ \E p \in Pauses, n \in {governanceNonce, governanceNonce + 1}:
        LET verdict == PauseVerdict(p[1], n, p[2])
        IN  IF verdict = "ACCEPTED"
            THEN AcceptPause(p[1], n, p[2])
            ELSE Reject(Governance, verdict)

TryResume ==
    /\ Commanding
    /\ \E signers \in Resumes, n \in {governanceNonce, governanceNonce + 1}:
        LET verdict == ResumeVerdict(n, signers)
        IN  IF verdict = "ACCEPTED"
            THEN AcceptResume(n, signers)
            ELSE Reject(Governance, verdict)

TryPlace ==
    /\ Commanding
    /\ \E p \in Placements: \E n \in NoncesOf(p[1]):
        LET verdict == PlaceVerdict(p[1], n, p[2], p[3], p[4], p[5], p[6])
        IN  IF verdict = "ACCEPTED"
            THEN AcceptPlace(p[1], n, p[2], p[3], p[4], p[5], p[6])
            ELSE Reject(p[1], verdict)

TryCancel ==
    /\ Commanding
    /\ \E p \in Cancellations: \E n \in NoncesOf(p[1]):
        LET verdict == CancelVerdict(p[1], n, p[2])
        IN  IF verdict = "ACCEPTED"
            THEN AcceptCancel(p[1], n, p[2])
            ELSE Reject(p[1], verdict)

TryReport ==
    /\ Commanding
    /\ \E p \in Reports:
        LET verdict == ReportVerdict(p[1], p[2], p[3])
        IN  IF verdict = "ACCEPTED"
            THEN AcceptReport(p[1], p[2], p[3])
            ELSE Reject(Anyone, verdict)

TryRequestWithdrawal ==
    /\ Commanding
    /\ \E p \in Requests: \E n \in NoncesOf(p[1]):
        LET verdict == RequestWithdrawalVerdict(p[1], n, p[2])
        IN  IF verdict = "ACCEPTED"
            THEN AcceptRequestWithdrawal(p[1], n, p[2])
            ELSE Reject(p[1], verdict)

TryApproveWithdrawal ==
    /\ Commanding
    /\ \E p \in Approvals:
        LET verdict == ApproveWithdrawalVerdict(p[1], p[2])
        IN  IF verdict = "ACCEPTED"
            THEN AcceptApproveWithdrawal(p[1], p[2])
            ELSE Reject(Anyone, verdict)

TryExecuteWithdrawal ==
    /\ Commanding
    /\ \E w \in Executions:
        LET verdict == ExecuteWithdrawalVerdict(w)
        IN  IF verdict = "ACCEPTED"
            THEN AcceptExecuteWithdrawal(w)
            ELSE Reject(Anyone, verdict)

TryVoidWithdrawal ==
    /\ Commanding
    /\ \E p \in Voids: \E n \in NoncesOf(p[1]):
        LET verdict == VoidWithdrawalVerdict(p[1], n, p[2])
        IN  IF verdict = "ACCEPTED"
            THEN AcceptVoidWithdrawal(p[1], n, p[2])
            ELSE Reject(p[1], verdict)

TryTakeover ==
    /\ Commanding
    /\ \E p \in Takeovers: \E n \in NoncesOf(p[1]):
        LET verdict == TakeoverVerdict(p[1], n, p[2])
        IN  IF verdict = "ACCEPTED"
            THEN AcceptTakeover(p[1], n, p[2])
            ELSE Reject(p[1], verdict)

TrySlash ==
    /\ Commanding
    /\ \E p \in Slashes:
        LET verdict == SlashVerdict(p[1], p[2], p[3])
        IN  IF verdict = "ACCEPTED"
            THEN AcceptSlash(p[1], p[2], p[3])
            ELSE Reject(Anyone, verdict)

TryStake ==
    /\ Commanding
    /\ \E p \in Stakings: \E n \in NoncesOf(p[1]):
        LET verdict == StakeVerdict(p[1], n, p[2], p[3])
        IN  IF verdict = "ACCEPTED"
            THEN AcceptStake(p[1], n, p[2], p[3])
            ELSE Reject(p[1], verdict)

TryUnstake ==
    /\ Commanding
    /\ \E p \in Unstakings: \E n \in NoncesOf(p[1]):
        LET verdict == UnstakeVerdict(p[1], n, p[2], p[3])
        IN  IF verdict = "ACCEPTED"
            THEN AcceptUnstake(p[1], n, p[2], p[3])
            ELSE Reject(p[1], verdict)

TryJoin ==
    /\ Commanding
    /\ \E p \in Joins: \E n \in NoncesOf(p[1]):
        LET verdict == JoinVerdict(p[1], n, p[2])
        IN  IF verdict = "ACCEPTED"
            THEN AcceptJoin(p[1], n, p[2])
            ELSE Reject(p[1], verdict)

TryLeave ==
    /\ Commanding
    /\ \E p \in Leaves: \E n \in NoncesOf(p[1]):
        LET verdict == LeaveVerdict(p[1], n, p[2])
        IN  IF verdict = "ACCEPTED"
            THEN AcceptLeave(p[1], n, p[2])
            ELSE Reject(p[1], verdict)

\* @type: Int -> $group;
NoGroups == [g \in 1 .. 0 |-> [expiry |-> 0, status |-> "LIVE", observed |-> <<>>]]

\* @type: Int -> $series;
NoSeries == [s \in 1 .. 0 |-> [strike |-> Zero, right |-> "CALL", group |-> 0]]

Init ==
    /\ height = 1
    /\ groups = NoGroups
    /\ series = NoSeries
    /\ cash = GenesisCash
    /\ position = [a \in DOMAIN GenesisCash |-> [s \in 1 .. 0 |-> Zero]]
    /\ flagged = [a \in DOMAIN GenesisCash |-> 0]
    /\ insuranceFund = Zero
    /\ stake = GenesisStake
    /\ unbonding = [v \in Validators |-> NotUnbonding]
    /\ externalIn = SumOf(GenesisCash, DOMAIN GenesisCash) + SumOf(GenesisStake, Validators)
    /\ externalOut = Zero
    /\ phase = "commands"
    /\ round = 1
    /\ roundStart = 1
    /\ reports = [v \in 1 .. 0 |-> Zero]
    /\ price = Zero
    /\ priceHeight = 0
    /\ candidate = Zero
    /\ outliers = [v \in Validators |-> 0]
    /\ jailed = {}
    /\ weight = GenesisStake
    /\ pausedUntil = 0
    /\ orders = {}
    /\ taker = NoOrder
    /\ nextOrder = 1
    /\ swept = -1
    /\ joined = Validators
    /\ usedEvidence = {}
    /\ withdrawals = NoWithdrawals
    /\ nextWithdrawal = 1
    /\ withdrawn = Zero
    /\ usedDeposits = {}
    /\ quitted = 0
    /\ nonce = [a \in DOMAIN GenesisCash |-> 0]
    /\ governanceNonce = 0
    /\ settlements = [g \in 1 .. 0 |-> 0]
    /\ takerShortfall = Zero
    /\ rejected = FALSE

Next ==
    \/ \E at \in Quittances: BlockQuit(at)
    \/ TryDeposit
    \/ TryListGroup
    \/ TryListSeries
    \/ TryPause
    \/ TryResume
    \/ TryPlace
    \/ \E o \in orders: MatchFill(o.id)
    \/ \E o \in orders: MatchEvict(o.id)
    \/ MatchRest
    \/ MatchExpire
    \/ TryCancel
    \/ TryReport
    \/ TryRequestWithdrawal
    \/ TryApproveWithdrawal
    \/ TryExecuteWithdrawal
    \/ TryVoidWithdrawal
    \/ TryTakeover
    \/ TrySlash
    \/ TryStake
    \/ TryUnstake
    \/ TryJoin
    \/ TryLeave
    \/ EndCommands
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
    \/ EndBlock

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* Properties.  Those of the modules hold here too. *)

\* All that is there came in and has not left.
S1_Conservation ==
    TotalCash + insuranceFund + TotalStake + TotalUnbonding + TotalPending
        = externalIn - externalOut

\* Does this step trade for account a, or take cash from it?
\* @type: (Int) => Bool;
Moves(a) ==
    IF cash'[a] < cash[a] THEN TRUE
    ELSE \E s \in DOMAIN series: position'[a][s] /= position[a][s]

\* What a missed before it asked for what this step does.
\* @type: (Int) => $amount;
MissedBefore(a) ==
    IF taker.account = a THEN takerShortfall ELSE Shortfall(price, cash[a], position[a])

(***************************************************************************)
(* S3: after an accepted command, and after each fill, whoever has traded  *)
(* or has less cash has collateral for what it holds, or misses no more    *)
(* than when it asked for that.                                            *)
(***************************************************************************)
S3_Collateral ==
    [][phase = "commands" =>
          \A a \in DOMAIN cash: Moves(a) =>
              /\ cash'[a] >= 0
              /\ Shortfall(price, cash'[a], position'[a]) <= MissedBefore(a)]_vars

\* S5: each group is settled once, for all accounts, and nothing is left of it then.
S5_SettledOnce ==
    /\ \A g \in DOMAIN groups:
           settlements[g] = IF groups[g].status = "SETTLED" THEN 1 ELSE 0
    /\ S5_NothingLeft

\* Was the price confirmed, and no more than MaxAge blocks ago?
PriceCanBeActedOn ==
    /\ price > 0
    /\ candidate <= 0
    /\ height - priceHeight <= MaxAge

(***************************************************************************)
(* S8: on a price that is stale, or waits to be confirmed, nobody trades,  *)
(* takes cash out or puts it at stake, is flagged, unflagged, taken over   *)
(* or closed out.                                                          *)
(***************************************************************************)
S8_FreshPrice ==
    [][IF phase \in {"commands", "liquidation"}
       THEN (\E a \in DOMAIN cash: Moves(a) \/ ChangesFlag(a)) => PriceCanBeActedOn
       ELSE flagged' = flagged]_vars

\* Once there is weight that can close rounds there always is.
WeightIsPositive == [][TotalWeight > 0 => TotalWeight' > 0]_vars

\* S11: nobody but who is owed something does without anything, and only if the fund is empty.
S11_Haircut == S11_Settlement /\ S11_Deleverage

(***************************************************************************)
(* S13: after its commands, and while an order is matched, a block goes on *)
(* in one way only, and never gets stuck.  (Of a command, the arguments    *)
(* leave one way to go on; that of clearing is in Clearing.)               *)
(***************************************************************************)
S13_Deterministic ==
    /\ phase /= "commands" =>
           Cardinality({g \in DOMAIN groups: CanExpireGroup(g)})
               + Cardinality({g \in DOMAIN groups: CanSettleGroup(g)})
               + Cardinality({a \in DOMAIN cash: CanFlag(a)})
               + Cardinality({a \in DOMAIN cash: CanUnflag(a)})
               + Cardinality({a \in DOMAIN cash: CanDeleverage(a)})
               + Cardinality({v \in Validators: CanBlockReleaseUnbonding(v)})
               + Cardinality({k \in 1 .. 6:
                      IF k = 1 THEN CanCloseRound
                      ELSE IF k = 2 THEN CanKeepRound
                      ELSE IF k = 3 THEN CanGiveUpRound
                      ELSE IF k = 4 THEN CanEndExpiry
                      ELSE IF k = 5 THEN CanEndLiquidation
                      ELSE CanEndBlock}) = 1
    /\ S9_OneWayOn

S14_MarginOrder == MarginsAreOrdered(price)

(***************************************************************************)
(* S16: a command that is refused changes nothing but one nonce, by one.   *)
(***************************************************************************)
S16_Rejected ==
    [][rejected' =>
          /\ UNCHANGED stateVars
          /\ Cardinality({a \in DOMAIN nonce: nonce'[a] /= nonce[a]})
                 + Cardinality({k \in {1}: governanceNonce' /= governanceNonce}) <= 1
          /\ \A a \in DOMAIN nonce: nonce'[a] \in {nonce[a], nonce[a] + 1}
          /\ governanceNonce' \in {governanceNonce, governanceNonce + 1}]_vars

\* Every account, series and group is known to all that keep something for each.
DomainsAgree ==
    /\ DOMAIN position = DOMAIN cash
    /\ DOMAIN flagged = DOMAIN cash
    /\ DOMAIN nonce = DOMAIN cash
    /\ \A a \in DOMAIN position: DOMAIN position[a] = DOMAIN series
    /\ DOMAIN settlements = DOMAIN groups
    /\ DOMAIN withdrawals = 1 .. (nextWithdrawal - 1)

\* Nothing is left of one phase in another.
PhasesAreClean ==
    /\ phase /= "commands" => ~Matching
    /\ phase \in {"commands", "oracle", "expiry"} => swept = -1
    /\ ~Matching => takerShortfall = Zero

-----------------------------------------------------------------------------
(* What belongs to whom, wherever it is. *)

AsLedger ==
    INSTANCE Ledger WITH
        held <- [a \in DOMAIN cash |-> TotalOf(a)],
        fund <- insuranceFund,
        moneyIn <- externalIn,
        moneyOut <- externalOut,
        settled <- {g \in DOMAIN groups: groups[g].status = "SETTLED"}

RefinesLedger == AsLedger!Spec
=============================================================================
