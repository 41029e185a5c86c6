------------------------------ MODULE MCOracle ------------------------------
(***************************************************************************)
(* Models of Oracle.  What other modules do to the oracle's variables is   *)
(* put here in a few words: blocks end, and evidence jails validators.     *)
(***************************************************************************)
EXTENDS Oracle

CONSTANTS
    \* Blocks are executed up to this height.
    \* @type: Int;
    LastHeight,
    \* What validators may report; some of it is no price.
    \* @type: Set(Int);
    Reportable,
    \* Those who may be jailed.
    \* @type: Set(Int);
    Jailable,
    \* The heights up to which governors may try to pause.
    \* @type: Set(Int);
    Pauses,
    \* Who may sign for governors.
    \* @type: Set(Set(Int));
    Signatures

\* Weights, by validator.
FourUnits == [v \in 0 .. 3 |-> 1]
FiveUnits == [v \in 0 .. 4 |-> 1]
SixUnits == [v \in 0 .. 5 |-> 1]
\* A quorum is 0 and anyone.
OneHeavy == [v \in 0 .. 2 |-> IF v = 0 THEN 2 ELSE 1]
\* A quorum by weight is none by count, and the other way round.
Unequal == [v \in 0 .. 3 |-> IF v = 0 THEN 5 ELSE IF v = 1 THEN 2 ELSE 1]

CONSTANT
    \* @type: Int -> Int;
    Weights

\* One group expires at height 2; another is settled long ago.
Groups ==
    [g \in {1, 2} |->
        IF g = 1
        THEN [expiry |-> 2, status |-> "LIVE", observed |-> <<>>]
        ELSE [expiry |-> 1, status |-> "SETTLED", observed |-> <<>>]]

Init ==
    /\ height = 1
    /\ groups = Groups
    /\ series = [s \in 1 .. 0 |-> [strike |-> 1, right |-> "CALL", group |-> 1]]
    /\ phase = "commands"
    /\ round = 1
    /\ roundStart = height
    /\ reports = [v \in 1 .. 0 |-> 1]
    /\ price = 0
    /\ priceHeight = 0
    /\ candidate = 0
    /\ outliers = [v \in DOMAIN Weights |-> 0]
    /\ jailed = {}
    /\ weight = Weights
    /\ pausedUntil = 0

EndCommands ==
    /\ phase = "commands"
    /\ phase' = "oracle"
    /\ UNCHANGED <<round, roundStart, reports, price, priceHeight, candidate, outliers, jailed,
                   weight, pausedUntil, height, groups, series>>

EndBlock ==
    /\ phase = "expiry"
    /\ height < LastHeight
    /\ phase' = "commands"
    /\ height' = height + 1
    /\ UNCHANGED <<round, roundStart, reports, price, priceHeight, candidate, outliers, jailed,
                   weight, pausedUntil, groups, series>>

Jail(v) ==
    /\ phase = "commands"
    /\ jailed' = jailed \union {v}
    /\ UNCHANGED <<phase, round, roundStart, reports, price, priceHeight, candidate, outliers,
                   weight, pausedUntil, height, groups, series>>

\* 9 is no validator.
Next ==
    \/ \E v \in DOMAIN Weights \union {9}, r \in {round, round - 1}, x \in Reportable:
           Report(v, r, x)
    \/ \E until \in Pauses, signers \in Signatures: Pause(until, signers)
    \/ \E signers \in Signatures: Resume(signers)
    \/ EndCommands
    \/ CloseRound
    \/ KeepRound
    \/ GiveUpRound
    \/ EndBlock
    \/ \E v \in Jailable: Jail(v)

Spec == Init /\ [][Next]_<<oracleVars, contractsVars>>

(***************************************************************************)
(* Validators report in the order of their numbers.  Nothing depends on    *)
(* the order, as reports are kept by validator.  Who is to report after    *)
(* the others may still do so in a later block.                            *)
(***************************************************************************)
InOrder ==
    \A v \in DOMAIN reports' \ DOMAIN reports: \A u \in DOMAIN reports: u < v

(***************************************************************************)
(* Governors pause before anyone reports in the block.  Neither step       *)
(* depends on the other.                                                   *)
(***************************************************************************)
PausedFirst == pausedUntil' /= pausedUntil => reports = NoReports
=============================================================================
