------------------------------- MODULE Treasury ------------------------------
(***************************************************************************)
(* Money that comes in and money that leaves.  Custodians hold it outside  *)
(* the system: some of them attest a deposit; as many approve a            *)
(* withdrawal.  What is requested leaves the account at once, and is       *)
(* pending until it is paid out or the owner takes it back, or owes more   *)
(* than it has in cash (Clearing).                                         *)
(*                                                                         *)
(* A withdrawal is paid out once, after a delay, and under a quittance:    *)
(* a quorum of validators has attested a state in which it was approved.   *)
(* Blocks carry quittances, so that all replicas know of the same one.     *)
(***************************************************************************)
EXTENDS Margin, Oracle

CONSTANTS
    \* Those who hold the money, and how many of them it takes.
    \* @type: Set(Int);
    Custodians,
    \* @type: Int;
    CustodianQuorum,
    \* So many blocks must pass between a request and its payment.
    \* @type: Int;
    WithdrawalDelay,
    \* The most that all accounts can request in one epoch and not take back in it.
    \* @type: $amount;
    WithdrawalCap,
    \* The blocks of an epoch; the first is at height 1.
    \* @type: Int;
    EpochLength,
    \* More money than this never comes in, so that no sum overflows.
    \* @type: $amount;
    MaxMoney

VARIABLES
    \* The id of the next withdrawal: 1, 2, ...
    \* @type: Int;
    nextWithdrawal,
    \* What was requested in this epoch, without what was taken back in it.
    \* @type: $amount;
    withdrawn,
    \* The deposits that have been credited, by the id that custodians gave them.
    \* @type: Set(Int);
    usedDeposits,
    \* The highest height that a block proved to have a quittance, or 0.
    \* @type: Int;
    quitted

treasuryVars == <<nextWithdrawal, withdrawn, usedDeposits, quitted>>

\* @type: (Int) => Int;
EpochOf(h) == (h - 1) \div EpochLength

\* The id of the next account that is opened: 0, 1, 2, ...
\* @type: Int;
NextAccount == Cardinality(OpenAccounts)

-----------------------------------------------------------------------------
(***************************************************************************)
(* Enough custodians attest that money came in for an account, which is    *)
(* opened if it is new.  A deposit is credited once.                       *)
(***************************************************************************)
\* @type: (Int, Int, $amount, Set(Int)) => Str;
DepositRefusal(ext, a, amount, signers) ==
    IF Cardinality(signers \intersect Custodians) < CustodianQuorum THEN "NOT_ENOUGH_SIGNERS"
    ELSE IF amount < 1 THEN "NOT_IN_RANGE"
    ELSE IF a \notin OpenAccounts /\ a /= NextAccount THEN "NOT_IN_RANGE"
    ELSE IF ext \in usedDeposits THEN "ALREADY_USED"
    ELSE IF externalIn + amount > MaxMoney THEN "LIMIT"
    ELSE "ACCEPTED"

\* @type: (Int, Int, $amount, Set(Int)) => Bool;
CanDeposit(ext, a, amount, signers) ==
    /\ phase = "commands"
    /\ DepositRefusal(ext, a, amount, signers) = "ACCEPTED"

\* @type: (Int, Int, $amount, Set(Int)) => Bool;
Deposit(ext, a, amount, signers) ==
    /\ CanDeposit(ext, a, amount, signers)
    /\ cash' =
           IF a \in OpenAccounts
           THEN [cash EXCEPT ![a] = @ + amount]
           ELSE Extended(cash, [x \in {a} |-> amount])
    /\ position' = Extended([x \in {a} |-> Flat], position)
    /\ flagged' = Extended([x \in {a} |-> 0], flagged)
    /\ externalIn' = externalIn + amount
    /\ usedDeposits' = usedDeposits \union {ext}
    /\ UNCHANGED <<nextWithdrawal, withdrawn, quitted>>
    /\ UNCHANGED oracleVars
    /\ UNCHANGED <<insuranceFund, stake, unbonding, withdrawals, externalOut>>
    /\ UNCHANGED contractsVars

(***************************************************************************)
(* An account asks for cash that it needs for nothing else.  Whatever is   *)
(* wrong with the system, no more than a cap can be asked for in an epoch, *)
(* without what was taken back in it.                                      *)
(***************************************************************************)
\* @type: (Int, $amount) => Str;
RequestWithdrawalRefusal(a, amount) ==
    IF a \notin OpenAccounts THEN "UNKNOWN_ACCOUNT"
    ELSE IF amount < 1 THEN "NOT_IN_RANGE"
    ELSE IF Mode = "HALT" THEN "HALTED"
    ELSE IF ~Fresh THEN "STALE_PRICE"
    ELSE IF flagged[a] > 0 THEN "FLAGGED"
    ELSE IF withdrawn + amount > WithdrawalCap THEN "CAP_REACHED"
    ELSE IF cash[a] < amount THEN "INSUFFICIENT_CASH"
    ELSE IF FreeCollateral(price, cash[a], position[a]) < amount THEN "INSUFFICIENT_COLLATERAL"
    ELSE "ACCEPTED"

\* @type: (Int, $amount) => Bool;
CanRequestWithdrawal(a, amount) ==
    /\ phase = "commands"
    /\ RequestWithdrawalRefusal(a, amount) = "ACCEPTED"

\* @type: (Int, $amount) => Bool;
RequestWithdrawal(a, amount) ==
    /\ CanRequestWithdrawal(a, amount)
    /\ cash' = [cash EXCEPT ![a] = @ - amount]
    /\ withdrawals' = Extended(withdrawals, [w \in {nextWithdrawal} |->
           [account |-> a, amount |-> amount, status |-> "PENDING", requested |-> height,
            approvals |-> Custodians \ Custodians, approved |-> 0]])
    /\ nextWithdrawal' = nextWithdrawal + 1
    /\ withdrawn' = withdrawn + amount
    /\ UNCHANGED <<usedDeposits, quitted>>
    /\ UNCHANGED oracleVars
    /\ UNCHANGED <<position, flagged, insuranceFund, stake, unbonding, externalIn, externalOut>>
    /\ UNCHANGED contractsVars

(***************************************************************************)
(* A custodian approves a withdrawal.  The height at which enough of them  *)
(* had is what a quittance must reach.                                     *)
(***************************************************************************)
\* @type: (Int, Int) => Str;
ApproveWithdrawalRefusal(custodian, w) ==
    IF custodian \notin Custodians THEN "WRONG_SIGNER"
    ELSE IF w \notin DOMAIN withdrawals THEN "UNKNOWN_WITHDRAWAL"
    ELSE IF custodian \in withdrawals[w].approvals THEN "ALREADY_APPROVED"
    ELSE IF withdrawals[w].status /= "PENDING" THEN "NOT_PENDING"
    ELSE "ACCEPTED"

\* @type: (Int, Int) => Bool;
CanApproveWithdrawal(custodian, w) ==
    /\ phase = "commands"
    /\ ApproveWithdrawalRefusal(custodian, w) = "ACCEPTED"

\* Are there enough approvals with this one?
\* @type: (Int, Set(Int)) => Bool;
IsApprovedWith(custodian, approvals) ==
    Cardinality(approvals \union {custodian}) >= CustodianQuorum

\* @type: (Int, Int) => Bool;
ApproveWithdrawal(custodian, w) ==
    /\ CanApproveWithdrawal(custodian, w)
    /\ withdrawals' = [withdrawals EXCEPT
           ![w].approvals = @ \union {custodian},
           ![w].approved =
               IF @ = 0 /\ IsApprovedWith(custodian, withdrawals[w].approvals)
               THEN height
               ELSE @]
    /\ UNCHANGED <<nextWithdrawal, withdrawn, usedDeposits, quitted>>
    /\ UNCHANGED oracleVars
    /\ UNCHANGED <<cash, position, flagged, insuranceFund, stake, unbonding, externalIn,
                   externalOut>>
    /\ UNCHANGED contractsVars

(***************************************************************************)
(* Anyone has an approved withdrawal paid out, once the delay is over and  *)
(* a quittance has reached the approval.  Not that of an account which is  *)
(* flagged: it lacks margin, and what is pending is the first that its     *)
(* debts are paid from when its cash is gone (Clearing).                   *)
(***************************************************************************)
\* @type: (Int) => Str;
ExecuteWithdrawalRefusal(w) ==
    IF w \notin DOMAIN withdrawals THEN "UNKNOWN_WITHDRAWAL"
    ELSE IF flagged[withdrawals[w].account] > 0 THEN "FLAGGED"
    ELSE IF withdrawals[w].status /= "PENDING" THEN "NOT_PENDING"
    ELSE IF withdrawals[w].approved = 0 THEN "NOT_APPROVED"
    ELSE IF height < withdrawals[w].requested + WithdrawalDelay THEN "TOO_EARLY"
    ELSE IF quitted < withdrawals[w].approved THEN "NOT_QUITTED"
    ELSE "ACCEPTED"

\* @type: (Int) => Bool;
CanExecuteWithdrawal(w) ==
    /\ phase = "commands"
    /\ ExecuteWithdrawalRefusal(w) = "ACCEPTED"

\* @type: (Int) => Bool;
ExecuteWithdrawal(w) ==
    /\ CanExecuteWithdrawal(w)
    /\ withdrawals' = [withdrawals EXCEPT ![w].status = "EXECUTED"]
    /\ externalOut' = externalOut + withdrawals[w].amount
    /\ UNCHANGED <<nextWithdrawal, withdrawn, usedDeposits, quitted>>
    /\ UNCHANGED oracleVars
    /\ UNCHANGED <<cash, position, flagged, insuranceFund, stake, unbonding, externalIn>>
    /\ UNCHANGED contractsVars

(***************************************************************************)
(* The owner takes back what is pending, approved or not.  In the epoch in *)
(* which it was asked for, somebody may ask for as much again.  (What is   *)
(* taken back from a debtor still counts: Clearing knows no cap, and too   *)
(* much is counted rather than too little.)                                *)
(***************************************************************************)
\* @type: (Int, Int) => Str;
VoidWithdrawalRefusal(a, w) ==
    IF a \notin OpenAccounts THEN "UNKNOWN_ACCOUNT"
    ELSE IF w \notin DOMAIN withdrawals THEN "UNKNOWN_WITHDRAWAL"
    ELSE IF withdrawals[w].account /= a THEN "NOT_OWNER"
    ELSE IF withdrawals[w].status /= "PENDING" THEN "NOT_PENDING"
    ELSE "ACCEPTED"

\* @type: (Int, Int) => Bool;
CanVoidWithdrawal(a, w) ==
    /\ phase = "commands"
    /\ VoidWithdrawalRefusal(a, w) = "ACCEPTED"

\* @type: (Int, Int) => Bool;
VoidWithdrawal(a, w) ==
    /\ CanVoidWithdrawal(a, w)
    /\ withdrawals' = [withdrawals EXCEPT ![w].status = "VOID"]
    /\ cash' = [cash EXCEPT ![a] = @ + withdrawals[w].amount]
    /\ withdrawn' =
           IF EpochOf(withdrawals[w].requested) = EpochOf(height)
           THEN withdrawn - withdrawals[w].amount
           ELSE withdrawn
    /\ UNCHANGED <<nextWithdrawal, usedDeposits, quitted>>
    /\ UNCHANGED oracleVars
    /\ UNCHANGED <<position, flagged, insuranceFund, stake, unbonding, externalIn, externalOut>>
    /\ UNCHANGED contractsVars

(***************************************************************************)
(* The block that is being executed carries the quittance of an earlier    *)
(* height.  It was checked before the block became final (System).         *)
(***************************************************************************)
\* @type: (Int) => Bool;
CanQuit(at) ==
    /\ phase = "commands"
    /\ quitted < at
    /\ at < height

\* @type: (Int) => Bool;
Quit(at) ==
    /\ CanQuit(at)
    /\ quitted' = at
    /\ UNCHANGED <<nextWithdrawal, withdrawn, usedDeposits>>
    /\ UNCHANGED oracleVars
    /\ UNCHANGED accountsVars
    /\ UNCHANGED contractsVars

-----------------------------------------------------------------------------
(***************************************************************************)
(* S10: money leaves only as a withdrawal that was pending and no longer   *)
(* is, with enough approvals of different custodians, after the delay, and *)
(* under a quittance of a height by which all of these had been given; and *)
(* not of an account that is flagged.                                      *)
(***************************************************************************)
S10_Withdrawals ==
    [][externalOut' /= externalOut =>
          \E w \in DOMAIN withdrawals:
              /\ withdrawals[w].status = "PENDING"
              /\ withdrawals' = [withdrawals EXCEPT ![w].status = "EXECUTED"]
              /\ externalOut' = externalOut + withdrawals[w].amount
              /\ withdrawals[w].approvals \subseteq Custodians
              /\ Cardinality(withdrawals[w].approvals) >= CustodianQuorum
              /\ height >= withdrawals[w].requested + WithdrawalDelay
              /\ withdrawals[w].approved >= withdrawals[w].requested
              /\ quitted >= withdrawals[w].approved
              /\ flagged[withdrawals[w].account] <= 0
      ]_<<treasuryVars, accountsVars>>

\* S10: what is over is over, and nothing of a withdrawal but its approvals and status changes.
S10_Once ==
    [][\A w \in DOMAIN withdrawals:
          /\ withdrawals'[w].amount = withdrawals[w].amount
          /\ withdrawals'[w].account = withdrawals[w].account
          /\ withdrawals'[w].requested = withdrawals[w].requested
          /\ withdrawals[w].status /= "PENDING" => withdrawals'[w] = withdrawals[w]
      ]_<<treasuryVars, accountsVars>>

\* What was requested in epoch e and is not void.
\* @type: (Int) => $amount;
Requested(e) ==
    SumOf([w \in DOMAIN withdrawals |-> withdrawals[w].amount],
          {w \in DOMAIN withdrawals:
              EpochOf(withdrawals[w].requested) = e /\ withdrawals[w].status /= "VOID"})

(***************************************************************************)
(* S10: of what is requested in any epoch no more than the cap is ever     *)
(* paid out, and in this epoch no less is counted than that could become.  *)
(***************************************************************************)
S10_Cap ==
    /\ \A e \in {EpochOf(withdrawals[w].requested): w \in DOMAIN withdrawals}:
           Requested(e) <= WithdrawalCap
    /\ Requested(EpochOf(height)) <= withdrawn

\* A deposit is credited once, to whom it is for.
DepositsOnce ==
    [][externalIn' /= externalIn =>
          Cardinality(usedDeposits') = Cardinality(usedDeposits) + 1
      ]_<<treasuryVars, accountsVars>>

\* S8: cash is requested on a fresh, confirmed price only.
S8_FreshWithdrawal ==
    [][nextWithdrawal' /= nextWithdrawal => S8_MayAct]_treasuryVars

\* S3: a request leaves the account with the collateral that it needs.
S3_Withdrawals ==
    [][nextWithdrawal' /= nextWithdrawal =>
          LET a == withdrawals'[nextWithdrawal].account
          IN  FreeCollateral(price, cash'[a], position[a]) >= 0
      ]_<<treasuryVars, accountsVars>>
=============================================================================
