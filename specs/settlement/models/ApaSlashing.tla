----------------------------- MODULE ApaSlashing ----------------------------
(***************************************************************************)
(* Slashing for the symbolic model checker: two validators, three          *)
(* accounts, any stakes, amounts, prices and heights.  Account 0 owes a    *)
(* call to account 2.                                                      *)
(***************************************************************************)
EXTENDS Slashing, AnyMoney

AnyMinStake ==
    /\ AnyRules
    /\ SlashRate = 333
    /\ UnbondingBlocks = 20
    /\ MinStake \in Int

Heights == {1, 2}

\* @type: (Int) => Int;
HeldBy(a) == IF a = 0 THEN -1 ELSE IF a = 2 THEN 1 ELSE 0

AnyState ==
    /\ AnyCall
    /\ AnyAccounts(3, [a \in 0 .. 2 |-> HeldBy(a)])
    /\ withdrawals = NoWithdrawals
    /\ AnyPrice({"commands", "staking"})
    /\ joined \in SUBSET {0, 1}
    /\ usedEvidence \in SUBSET ({0, 1} \X {"vote"} \X Heights)

AnyInit ==
    /\ AnyState
    /\ S4_NonNegative
    /\ AllMoneyIsKept
    /\ jailed = {}
    /\ usedEvidence = {}

EndCommands ==
    /\ phase = "commands"
    /\ phase' = "staking"
    /\ UNCHANGED <<round, roundStart, reports, price, priceHeight, candidate, outliers, jailed,
                   weight, pausedUntil>>
    /\ UNCHANGED <<contractsVars, accountsVars, slashingVars>>

EndBlock ==
    /\ phase = "staking"
    /\ phase' = "commands"
    /\ height' = height + 1
    /\ UNCHANGED <<round, roundStart, reports, price, priceHeight, candidate, outliers, jailed,
                   weight, pausedUntil, groups, series>>
    /\ UNCHANGED <<accountsVars, slashingVars>>

AnyNext ==
    \/ \E v \in {0, 1}, at \in Heights: Slash(v, "vote", at)
    \/ \E a \in 0 .. 2, v \in {0, 1}, amount \in Int: Stake(a, v, amount)
    \/ \E a \in 0 .. 2, v \in {0, 1}, amount \in Int: Unstake(a, v, amount)
    \/ \E a \in 0 .. 2, v \in {0, 1}: Join(a, v)
    \/ \E a \in 0 .. 2, v \in {0, 1}: Leave(a, v)
    \/ \E v \in {0, 1}: ReleaseUnbonding(v)
    \/ EndCommands
    \/ EndBlock

-----------------------------------------------------------------------------
\* Who was convicted is jailed.
ConvictedAreJailed == \A e \in usedEvidence: e[1] \in jailed

\* That every step leads to a state of AnyState: all but amounts, prices and heights.
Shape ==
    /\ DOMAIN cash = 0 .. 2 /\ DOMAIN position = 0 .. 2 /\ DOMAIN flagged = 0 .. 2
    /\ \A a \in 0 .. 2: DOMAIN position[a] = {1} /\ position[a][1] = HeldBy(a)
    /\ DOMAIN series = {1} /\ series[1].right = "CALL" /\ series[1].group = 1
    /\ DOMAIN groups = {1} /\ groups[1].status = "LIVE" /\ groups[1].observed = <<>>
    /\ phase \in {"commands", "staking"}
    /\ DOMAIN stake = {0, 1} /\ DOMAIN unbonding = {0, 1}
    /\ DOMAIN withdrawals = {}
    /\ jailed \subseteq {0, 1}
    /\ joined \subseteq {0, 1}
    /\ usedEvidence \subseteq {0, 1} \X {"vote"} \X Heights

Inv ==
    /\ Shape
    /\ S4_NonNegative
    /\ AllMoneyIsKept
    /\ S2_OpenInterest
    /\ ConvictedAreJailed

AnyInv == AnyState /\ Inv

\* Nobody's stake is more than what there is, and the fund has what is nobody's.
StakeIsBacked ==
    /\ \A v \in Validators: stake[v] + unbonding[v].amount <= externalIn - externalOut
    /\ AllMoneyIsKept

\* What a conviction takes is the rate at least, and less than a unit more of each part.
ConvictionTakesTheRate ==
    \A v \in Validators:
        v \in {e[1]: e \in usedEvidence' \ usedEvidence} =>
            /\ insuranceFund' - insuranceFund = WithinReach(v) - stake'[v] - unbonding'[v].amount
            /\ (stake[v] - stake'[v]) * Whole >= SlashRate * stake[v]
            /\ (stake[v] - stake'[v] - 1) * Whole < SlashRate * stake[v]
            /\ (unbonding[v].amount - unbonding'[v].amount) * Whole
                   >= SlashRate * unbonding[v].amount
            /\ v \in jailed'
            /\ \A u \in Validators \ {v}: stake'[u] = stake[u] /\ unbonding'[u] = unbonding[u]

\* Broken on purpose: what is slashed is lost.
SlashedIsLost ==
    /\ \E v \in {0, 1}:
           /\ CanSlash(v, "vote", 1)
           /\ stake' = [stake EXCEPT ![v] = @ - Slashed(@)]
           /\ jailed' = jailed \union {v}
           /\ usedEvidence' = usedEvidence \union {<<v, "vote", 1>>}
    /\ UNCHANGED <<joined, phase, round, roundStart, reports, price, priceHeight, candidate,
                   outliers, weight, pausedUntil, cash, position, flagged, insuranceFund,
                   unbonding, withdrawals, externalIn, externalOut, height, groups, series>>

NextLossy == AnyNext \/ SlashedIsLost
=============================================================================
