----------------------------- MODULE MCSlashing -----------------------------
(***************************************************************************)
(* Models of Slashing: two validators, each with an account of its own,    *)
(* and an account without one.  Account 0 has sold a call and needs        *)
(* collateral for it.  Of the block there are only commands and staking.   *)
(***************************************************************************)
EXTENDS Slashing

CONSTANTS
    \* Blocks are executed up to this height.
    \* @type: Int;
    LastHeight,
    \* What owners may try to put at stake and to take back.
    \* @type: Set(Int);
    AmountsTried,
    \* Of what kinds evidence is, and of which heights.
    \* @type: Set(Str);
    Kinds,
    \* @type: Set(Int);
    Ats,
    \* The accounts that may be flagged.
    \* @type: Set(Int);
    Flaggable,
    \* The candidate prices that may halt trading: zero is none.
    \* @type: Set(Int);
    Candidates,
    \* May validators join and leave?
    \* @type: Bool;
    MayLeave

OwnerIsSame == [v \in {0, 1} |-> v]

\* @type: (Int -> Int) => Bool;
InitWith(flags) ==
    /\ height = 1
    /\ groups = [g \in {1} |-> [expiry |-> 9, status |-> "LIVE", observed |-> <<>>]]
    /\ series = [s \in {1} |-> [strike |-> 2, right |-> "CALL", group |-> 1]]
    /\ cash = [a \in 0 .. 2 |-> IF a = 0 THEN 3 ELSE 1]
    /\ position = [a \in 0 .. 2 |-> [s \in {1} |-> IF a = 0 THEN -1 ELSE IF a = 2 THEN 1 ELSE 0]]
    /\ flagged = flags
    /\ insuranceFund = 0
    /\ stake = [v \in Validators |-> 3]
    /\ unbonding = [v \in Validators |-> NotUnbonding]
    /\ withdrawals = NoWithdrawals
    /\ externalIn = TotalCash + TotalStake
    /\ externalOut = 0
    /\ phase = "commands"
    /\ round = 1
    /\ roundStart = height
    /\ reports = [v \in 1 .. 0 |-> 1]
    /\ price = 2
    /\ priceHeight = 1
    /\ candidate \in Candidates
    /\ outliers = [v \in Validators |-> 0]
    /\ jailed = {}
    /\ weight = [v \in Validators |-> 3]
    /\ pausedUntil = 0
    /\ joined = Validators
    /\ usedEvidence = {}

Init == \E S \in SUBSET Flaggable: InitWith([a \in 0 .. 2 |-> IF a \in S THEN 1 ELSE 0])

EndCommands ==
    /\ phase = "commands"
    /\ phase' = "staking"
    /\ UNCHANGED <<round, roundStart, reports, price, priceHeight, candidate, outliers, jailed,
                   weight, pausedUntil>>
    /\ UNCHANGED <<contractsVars, accountsVars, slashingVars>>

EndBlock ==
    /\ phase = "staking"
    /\ \A v \in Validators: ~CanReleaseUnbonding(v)
    /\ height < LastHeight
    /\ phase' = "commands"
    /\ height' = height + 1
    /\ UNCHANGED <<round, roundStart, reports, price, priceHeight, candidate, outliers, jailed,
                   weight, pausedUntil, groups, series>>
    /\ UNCHANGED <<accountsVars, slashingVars>>

\* 9 is no validator and no account.
Tried == Validators \union {9}
Askers == {0, 1, 2, 9}

Next ==
    \/ \E v \in Tried, kind \in Kinds, at \in Ats: Slash(v, kind, at)
    \/ \E a \in Askers, v \in Tried, amount \in AmountsTried: Stake(a, v, amount)
    \/ \E a \in Askers, v \in Tried, amount \in AmountsTried: Unstake(a, v, amount)
    \/ \E a \in Askers, v \in Tried: MayLeave /\ Join(a, v)
    \/ \E a \in Askers, v \in Tried: MayLeave /\ Leave(a, v)
    \/ \E v \in Tried: ReleaseUnbonding(v)
    \/ EndCommands
    \/ EndBlock

vars == <<contractsVars, accountsVars, oracleVars, slashingVars>>
Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
\* All money is somewhere.
MoneyIsKept ==
    TotalCash + TotalStake + TotalUnbonding + insuranceFund = externalIn - externalOut

\* Who is in the next epoch has enough at stake when joining.
JoinsWithStake ==
    [][\A v \in joined' \ joined: stake[v] >= MinStake /\ v \notin jailed]_vars
=============================================================================
