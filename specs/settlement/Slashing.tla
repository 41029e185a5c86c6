------------------------------ MODULE Slashing ------------------------------
(***************************************************************************)
(* What validators have at stake, and how they lose it.  Stake comes from  *)
(* and returns to the account that owns the validator.  What is unstaked   *)
(* stays within reach for a while.  Two messages of a validator that       *)
(* contradict each other are evidence: each piece of evidence takes a      *)
(* share of all that is within reach, once, and the validator is jailed.   *)
(*                                                                         *)
(* Weights change at the end of an epoch only: that step is in Settlement. *)
(***************************************************************************)
EXTENDS Margin, Oracle

(*
  @typeAlias: evidence = <<Int, Str, Int>>;
*)
Slashing_aliases == TRUE

CONSTANTS
    \* What evidence takes, in parts of Whole.
    \* @type: Int;
    SlashRate,
    \* For so many blocks what was unstaked can still be slashed.
    \* @type: Int;
    UnbondingBlocks,
    \* With less at stake a validator can't join.
    \* @type: $amount;
    MinStake

VARIABLES
    \* The validators that want to be in the next epoch.
    \* @type: Set(Int);
    joined,
    \* Whose messages of which kind, at which view or height, have convicted their signer.
    \* @type: Set($evidence);
    usedEvidence

slashingVars == <<joined, usedEvidence>>

\* What evidence takes of x: charges round up.
\* @type: ($amount) => $amount;
Slashed(x) == CeilDiv(SlashRate * x, Whole)

\* @type: $unbonding;
NotUnbonding == [amount |-> Zero, due |-> 0]

-----------------------------------------------------------------------------
(***************************************************************************)
(* Anyone shows two messages that validator v signed and that no correct   *)
(* validator signs.  They have been checked when this step is taken; kind  *)
(* says of what sort they are and at of which view or height, and one      *)
(* conviction is all that there is for each.                               *)
(***************************************************************************)
\* @type: (Int, Str, Int) => Str;
SlashRefusal(v, kind, at) ==
    IF v \notin Validators THEN "UNKNOWN_VALIDATOR"
    ELSE IF <<v, kind, at>> \in usedEvidence THEN "ALREADY_USED"
    ELSE "ACCEPTED"

\* @type: (Int, Str, Int) => Bool;
CanSlash(v, kind, at) ==
    /\ phase = "commands"
    /\ SlashRefusal(v, kind, at) = "ACCEPTED"

\* @type: (Int, Str, Int) => Bool;
Slash(v, kind, at) ==
    /\ CanSlash(v, kind, at)
    /\ stake' = [stake EXCEPT ![v] = @ - Slashed(@)]
    /\ unbonding' = [unbonding EXCEPT ![v].amount = @ - Slashed(@)]
    /\ insuranceFund' = insuranceFund + Slashed(stake[v]) + Slashed(unbonding[v].amount)
    /\ jailed' = jailed \union {v}
    /\ usedEvidence' = usedEvidence \union {<<v, kind, at>>}
    /\ UNCHANGED joined
    /\ UNCHANGED <<phase, round, roundStart, reports, price, priceHeight, candidate, outliers,
                   weight, pausedUntil>>
    /\ UNCHANGED <<cash, position, flagged, withdrawals, externalIn, externalOut>>
    /\ UNCHANGED contractsVars

(***************************************************************************)
(* The owner of a validator puts cash at stake: as cash leaves the account *)
(* the rules are those of a withdrawal.                                    *)
(***************************************************************************)
\* @type: (Int, Int, $amount) => Str;
StakeRefusal(a, v, amount) ==
    IF a \notin OpenAccounts THEN "UNKNOWN_ACCOUNT"
    ELSE IF v \notin Validators THEN "UNKNOWN_VALIDATOR"
    ELSE IF Owner[v] /= a THEN "NOT_OWNER"
    ELSE IF amount < 1 THEN "NOT_IN_RANGE"
    ELSE IF Mode = "HALT" THEN "HALTED"
    ELSE IF ~Fresh THEN "STALE_PRICE"
    ELSE IF flagged[a] > 0 THEN "FLAGGED"
    ELSE IF cash[a] < amount THEN "INSUFFICIENT_CASH"
    ELSE IF FreeCollateral(price, cash[a], position[a]) < amount THEN "INSUFFICIENT_COLLATERAL"
    ELSE "ACCEPTED"

\* @type: (Int, Int, $amount) => Bool;
CanStake(a, v, amount) ==
    /\ phase = "commands"
    /\ StakeRefusal(a, v, amount) = "ACCEPTED"

\* @type: (Int, Int, $amount) => Bool;
Stake(a, v, amount) ==
    /\ CanStake(a, v, amount)
    /\ cash' = [cash EXCEPT ![a] = @ - amount]
    /\ stake' = [stake EXCEPT ![v] = @ + amount]
    /\ UNCHANGED slashingVars
    /\ UNCHANGED oracleVars
    /\ UNCHANGED <<position, flagged, insuranceFund, unbonding, withdrawals, externalIn,
                   externalOut>>
    /\ UNCHANGED contractsVars

(***************************************************************************)
(* The owner asks for stake back.  It is out of the owner's hands, and     *)
(* within reach of evidence, until UnbondingBlocks have passed.            *)
(***************************************************************************)
\* @type: (Int, Int, $amount) => Str;
UnstakeRefusal(a, v, amount) ==
    IF a \notin OpenAccounts THEN "UNKNOWN_ACCOUNT"
    ELSE IF v \notin Validators THEN "UNKNOWN_VALIDATOR"
    ELSE IF Owner[v] /= a THEN "NOT_OWNER"
    ELSE IF amount < 1 THEN "NOT_IN_RANGE"
    ELSE IF unbonding[v].amount > 0 THEN "UNBONDING"
    ELSE IF stake[v] < amount THEN "INSUFFICIENT_STAKE"
    ELSE "ACCEPTED"

\* @type: (Int, Int, $amount) => Bool;
CanUnstake(a, v, amount) ==
    /\ phase = "commands"
    /\ UnstakeRefusal(a, v, amount) = "ACCEPTED"

\* @type: (Int, Int, $amount) => Bool;
Unstake(a, v, amount) ==
    /\ CanUnstake(a, v, amount)
    /\ stake' = [stake EXCEPT ![v] = @ - amount]
    /\ unbonding' = [unbonding EXCEPT ![v] = [amount |-> amount, due |-> height + UnbondingBlocks]]
    /\ UNCHANGED slashingVars
    /\ UNCHANGED oracleVars
    /\ UNCHANGED <<cash, position, flagged, insuranceFund, withdrawals, externalIn, externalOut>>
    /\ UNCHANGED contractsVars

(***************************************************************************)
(* A validator with enough at stake will be in the next epoch.             *)
(***************************************************************************)
\* @type: (Int, Int) => Str;
JoinRefusal(a, v) ==
    IF a \notin OpenAccounts THEN "UNKNOWN_ACCOUNT"
    ELSE IF v \notin Validators THEN "UNKNOWN_VALIDATOR"
    ELSE IF Owner[v] /= a THEN "NOT_OWNER"
    ELSE IF v \in jailed THEN "JAILED"
    ELSE IF stake[v] < MinStake THEN "INSUFFICIENT_STAKE"
    ELSE "ACCEPTED"

\* @type: (Int, Int) => Bool;
CanJoin(a, v) ==
    /\ phase = "commands"
    /\ JoinRefusal(a, v) = "ACCEPTED"

\* @type: (Int, Int) => Bool;
Join(a, v) ==
    /\ CanJoin(a, v)
    /\ joined' = joined \union {v}
    /\ UNCHANGED usedEvidence
    /\ UNCHANGED oracleVars
    /\ UNCHANGED accountsVars
    /\ UNCHANGED contractsVars

(***************************************************************************)
(* A validator will not be in the next epoch.  It still can be slashed.    *)
(***************************************************************************)
\* @type: (Int, Int) => Str;
LeaveRefusal(a, v) ==
    IF a \notin OpenAccounts THEN "UNKNOWN_ACCOUNT"
    ELSE IF v \notin Validators THEN "UNKNOWN_VALIDATOR"
    ELSE IF Owner[v] /= a THEN "NOT_OWNER"
    ELSE "ACCEPTED"

\* @type: (Int, Int) => Bool;
CanLeave(a, v) ==
    /\ phase = "commands"
    /\ LeaveRefusal(a, v) = "ACCEPTED"

\* @type: (Int, Int) => Bool;
Leave(a, v) ==
    /\ CanLeave(a, v)
    /\ joined' = joined \ {v}
    /\ UNCHANGED usedEvidence
    /\ UNCHANGED oracleVars
    /\ UNCHANGED accountsVars
    /\ UNCHANGED contractsVars

(***************************************************************************)
(* At the end of a block: what was unstaked long enough ago, less what     *)
(* evidence took, is the owner's cash again.                               *)
(***************************************************************************)
\* @type: (Int) => Bool;
CanReleaseUnbonding(v) ==
    /\ phase = "staking"
    /\ v \in Validators
    /\ unbonding[v].amount > 0
    /\ unbonding[v].due <= height

\* @type: (Int) => Bool;
ReleaseUnbonding(v) ==
    /\ CanReleaseUnbonding(v)
    /\ cash' = [cash EXCEPT ![Owner[v]] = @ + unbonding[v].amount]
    /\ unbonding' = [unbonding EXCEPT ![v] = NotUnbonding]
    /\ UNCHANGED slashingVars
    /\ UNCHANGED oracleVars
    /\ UNCHANGED <<position, flagged, insuranceFund, stake, withdrawals, externalIn, externalOut>>
    /\ UNCHANGED contractsVars

-----------------------------------------------------------------------------
\* All that evidence can reach of validator v.
\* @type: (Int) => $amount;
WithinReach(v) == stake[v] + unbonding[v].amount

(***************************************************************************)
(* S15: what is slashed, the insurance fund gains; at least the rate of    *)
(* stake and of unbonding stake alike, from the convicted validator and    *)
(* nobody else; and once for each piece of evidence.                       *)
(***************************************************************************)
S15_Slashed ==
    [][phase = "commands" /\ (insuranceFund' /= insuranceFund \/ usedEvidence' /= usedEvidence) =>
          \E e \in usedEvidence' \ usedEvidence:
              LET v == e[1]
              IN  /\ usedEvidence' = usedEvidence \union {e}
                  /\ insuranceFund' - insuranceFund
                         = WithinReach(v) - (stake'[v] + unbonding'[v].amount)
                  /\ (stake[v] - stake'[v]) * Whole >= SlashRate * stake[v]
                  /\ (unbonding[v].amount - unbonding'[v].amount) * Whole
                         >= SlashRate * unbonding[v].amount
                  /\ v \in jailed'
                  /\ \A u \in Validators \ {v}:
                         stake'[u] = stake[u] /\ unbonding'[u] = unbonding[u]
      ]_<<oracleVars, accountsVars, slashingVars>>

\* Whoever is convicted stays so, and does not join again.
S15_JailedStayOut ==
    [][jailed \subseteq jailed' /\ \A v \in jailed: v \in joined' => v \in joined
      ]_<<oracleVars, slashingVars>>

\* What was unstaked comes back no earlier than it is due.
S15_WithinReach ==
    [][\A v \in Validators:
          /\ phase \in {"commands", "staking"}
          /\ unbonding[v].amount > 0
          /\ height < unbonding[v].due
          => unbonding'[v].due = unbonding[v].due
      ]_<<oracleVars, accountsVars>>

\* S8: cash is put at stake on a fresh, confirmed price only, ...
\* @type: (Int) => Bool;
Stakes(v) == phase = "commands" /\ stake'[v] > stake[v]

S8_FreshStake == [][\A v \in Validators: Stakes(v) => S8_MayAct]_accountsVars

\* S3: ... and only by who needs it for nothing else.
S3_Stakes ==
    [][\A v \in Validators: Stakes(v) =>
          FreeCollateral(price, cash'[Owner[v]], position[Owner[v]]) >= 0]_accountsVars
=============================================================================
