------------------------------- MODULE Quorums ------------------------------
(***************************************************************************)
(* Validators, their voting weight, and what a quorum is.                  *)
(*                                                                         *)
(* A quorum is a set of validators whose weight is above two thirds of the *)
(* total.  Any two quorums share more than a third of the weight, so while *)
(* Byzantine validators have less than a third, any two quorums share a    *)
(* correct validator.  Everything that is safe here is safe for that       *)
(* reason.                                                                 *)
(***************************************************************************)
EXTENDS Integers, Apalache

CONSTANTS
    \* @type: Set(VALIDATOR);
    Validators,
    \* Voting weight of each validator, at least 1.
    \* @type: VALIDATOR -> Int;
    Weight,
    \* The validators that may do anything that their own keys allow.
    \* @type: Set(VALIDATOR);
    Byzantine

\* @type: Set(VALIDATOR);
Honest == Validators \ Byzantine

\* A set counts each of its members once, however often a member signed.
\* @type: (Set(VALIDATOR)) => Int;
WeightOf(S) ==
    LET \* @type: (Int, VALIDATOR) => Int;
        Plus(sum, i) == sum + Weight[i]
    IN  ApaFoldSet(Plus, 0, S)

\* @type: Int;
TotalWeight == WeightOf(Validators)

\* The least weight that is above two thirds of the total.
\* @type: Int;
QuorumWeight == (2 * TotalWeight) \div 3 + 1

\* All quorums, so that the checkers add up weights once and not in every state.
\* @type: Set(Set(VALIDATOR));
Quorums == {S \in SUBSET Validators: WeightOf(S) >= QuorumWeight}

\* @type: (Set(VALIDATOR)) => Bool;
IsQuorum(S) == S \in Quorums

\* The weight that evidence must cover when the protocol is broken.
\* @type: (Set(VALIDATOR)) => Bool;
IsThird(S) == 3 * WeightOf(S) >= TotalWeight

ASSUME WeightsArePositive == \A i \in Validators: Weight[i] >= 1
ASSUME ByzantineAreValidators == Byzantine \subseteq Validators
=============================================================================
