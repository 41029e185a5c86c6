-------------------------------- MODULE Oracle ------------------------------
(***************************************************************************)
(* The price.  In every block validators report what they see; when        *)
(* reports of more than two thirds of the weight are in, the round closes  *)
(* with their weighted median.  Faulty validators with less than a third   *)
(* of the weight can then not push the price out of the range of the       *)
(* others' reports.                                                        *)
(*                                                                         *)
(* A price far from the last one is not believed at once, and never        *)
(* clamped: it is a candidate, and trading halts until a later round       *)
(* confirms it.  A price that is too old is not acted on, and reports that *)
(* are too old do not become one: a round that stays open for too long is  *)
(* given up.                                                               *)
(*                                                                         *)
(* All steps of the settlement are tagged with a phase of the block.       *)
(* Commands are executed in the first; the oracle round comes second.      *)
(***************************************************************************)
EXTENDS Contracts

CONSTANTS
    \* A move beyond this is not believed at once, in parts of Whole.
    \* @type: Int;
    MaxMove,
    \* A price is fresh for so many blocks after the one that it was agreed in, and so many
    \* blocks after the first one in which it could be reported to a round is given up.
    \* @type: Int;
    MaxAge,
    \* A group is settled at the mean of the prices of so many rounds.
    \* @type: Int;
    SettlementRounds,
    \* A report further from the agreed price is an outlier, in parts of Whole.
    \* @type: Int;
    OutlierMove,
    \* Who was an outlier so many rounds in a row is not counted.
    \* @type: Int;
    OutlierRounds,
    \* The longest pause, in blocks.
    \* @type: Int;
    MaxPause

\* A price can be acted on in the block after the one that it was agreed in.
ASSUME PricesLast == MaxAge >= 1

VARIABLES
    \* "commands", "oracle", "expiry", "liquidation" or "staking".
    \* @type: Str;
    phase,
    \* The round that is being collected, from 1.
    \* @type: Int;
    round,
    \* The first block in which could be reported to this round.
    \* @type: Int;
    roundStart,
    \* The price that each reporter of this round reported.
    \* @type: Int -> $amount;
    reports,
    \* The last confirmed price, and the height of the block that agreed on it; zero before that.
    \* @type: $amount;
    price,
    \* @type: Int;
    priceHeight,
    \* A price that waits to be confirmed, or zero.
    \* @type: $amount;
    candidate,
    \* How many rounds in a row each validator was an outlier.
    \* @type: Int -> Int;
    outliers,
    \* Those convicted by evidence.
    \* @type: Set(Int);
    jailed,
    \* The weight of each validator in this epoch.
    \* @type: Int -> $amount;
    weight,
    \* Trading is paused below this height.
    \* @type: Int;
    pausedUntil

oracleVars ==
    <<phase, round, roundStart, reports, price, priceHeight, candidate, outliers, jailed, weight,
      pausedUntil>>

\* Trading halts while a price waits to be confirmed, and while governors have paused it.
Mode == IF candidate > 0 \/ height < pausedUntil THEN "HALT" ELSE "OPEN"

\* May anything be done that depends on the price?
Fresh == price > 0 /\ candidate <= 0 /\ height - priceHeight <= MaxAge

\* Is x further than these parts of Whole away from a price y?
\* @type: ($amount, $amount, Int) => Bool;
IsFar(x, y, parts) == Abs(x - y) * Whole > parts * y

-----------------------------------------------------------------------------
(***************************************************************************)
(* A validator reports the price that it sees, once in each round.  Who is *)
(* excluded as an outlier still may: a report in range brings it back.     *)
(***************************************************************************)
\* @type: (Int, Int, $amount) => Str;
ReportRefusal(v, r, x) ==
    IF v \notin DOMAIN weight THEN "UNKNOWN_VALIDATOR"
    ELSE IF x < 1 THEN "NOT_IN_RANGE"
    ELSE IF x > MaxPrice THEN "NOT_IN_RANGE"
    ELSE IF v \in DOMAIN reports THEN "ALREADY_REPORTED"
    ELSE IF v \in jailed THEN "JAILED"
    ELSE IF r /= round THEN "WRONG_ROUND"
    ELSE "ACCEPTED"

\* @type: (Int, Int, $amount) => Bool;
CanReport(v, r, x) ==
    /\ phase = "commands"
    /\ ReportRefusal(v, r, x) = "ACCEPTED"

\* @type: (Int, Int, $amount) => Bool;
Report(v, r, x) ==
    /\ CanReport(v, r, x)
    /\ reports' = Extended(reports, [u \in {v} |-> x])
    /\ UNCHANGED <<phase, round, roundStart, price, priceHeight, candidate, outliers, jailed,
                   weight, pausedUntil>>
    /\ UNCHANGED contractsVars

(***************************************************************************)
(* Governors pause trading up to a height.  A pause ends by itself.        *)
(***************************************************************************)
\* @type: (Int, Set(Int)) => Str;
PauseRefusal(until, signers) ==
    IF ~Govern(signers) THEN "NOT_ENOUGH_SIGNERS"
    ELSE IF until <= height THEN "NOT_IN_RANGE"
    ELSE IF until > height + MaxPause THEN "NOT_IN_RANGE"
    ELSE "ACCEPTED"

\* @type: (Int, Set(Int)) => Bool;
CanPause(until, signers) ==
    /\ phase = "commands"
    /\ PauseRefusal(until, signers) = "ACCEPTED"

\* @type: (Int, Set(Int)) => Bool;
Pause(until, signers) ==
    /\ CanPause(until, signers)
    /\ pausedUntil' = until
    /\ UNCHANGED <<phase, round, roundStart, reports, price, priceHeight, candidate, outliers,
                   jailed, weight>>
    /\ UNCHANGED contractsVars

(***************************************************************************)
(* Governors end a pause before its time.  They can't confirm a price.     *)
(***************************************************************************)
\* @type: (Set(Int)) => Str;
ResumeRefusal(signers) ==
    IF ~Govern(signers) THEN "NOT_ENOUGH_SIGNERS" ELSE "ACCEPTED"

\* @type: (Set(Int)) => Bool;
CanResume(signers) ==
    /\ phase = "commands"
    /\ ResumeRefusal(signers) = "ACCEPTED"

\* @type: (Set(Int)) => Bool;
Resume(signers) ==
    /\ CanResume(signers)
    /\ pausedUntil' = 0
    /\ UNCHANGED <<phase, round, roundStart, reports, price, priceHeight, candidate, outliers,
                   jailed, weight>>
    /\ UNCHANGED contractsVars

-----------------------------------------------------------------------------
(* The round at the end of each block. *)

\* The reporters that count: not convicted, and not outliers for too long.
\* @type: Set(Int);
Counted == {v \in DOMAIN reports: v \notin jailed /\ outliers[v] < OutlierRounds}

\* @type: $amount;
CountedWeight == SumOf(weight, Counted)

\* @type: $amount;
TotalWeight == SumOf(weight, DOMAIN weight)

\* The weight of the counted reports of x or less.
\* @type: ($amount) => $amount;
WeightUpTo(x) == SumOf(weight, {v \in Counted: reports[v] <= x})

\* Do the counted reports of x or less carry half of what all counted reports carry?
\* @type: ($amount) => Bool;
IsHalf(x) == 2 * WeightUpTo(x) >= CountedWeight

\* The smallest reported price that half of the weight is at or below.
\* @type: $amount;
MedianPrice ==
    LET high == {x \in {reports[v]: v \in Counted}: IsHalf(x)}
    IN  CHOOSE x \in high: \A y \in high: x <= y

\* Is x near the last price, or near the candidate of the round before?
\* @type: ($amount) => Bool;
IsConfirmed(x) ==
    IF price <= 0
    THEN TRUE
    ELSE IF ~IsFar(x, price, MaxMove)
    THEN TRUE
    ELSE IF candidate > 0
    THEN ~IsFar(x, candidate, MaxMove)
    ELSE FALSE

\* Does group g wait for a price to be settled at, and was none of this round reported before
\* the group had expired?
\* @type: (Int) => Bool;
Observes(g) ==
    /\ groups[g].status /= "SETTLED"
    /\ groups[g].expiry <= roundStart
    /\ Len(groups[g].observed) < SettlementRounds

\* What groups know once x is the price.
\* @type: ($amount) => (Int -> $group);
Observed(x) ==
    LET S == {g \in DOMAIN groups: Observes(g)}
    IN  Extended(groups, [g \in S |-> [groups[g] EXCEPT !.observed = Append(@, x)]])

\* How many rounds in a row each is an outlier when this one agrees on x.
\* @type: ($amount) => (Int -> Int);
OutliersAfter(x) ==
    LET far == {v \in DOMAIN reports: IsFar(reports[v], x, OutlierMove)}
        near == DOMAIN reports \ far
    IN  Extended(outliers,
            Extended([v \in near |-> 0], [v \in far |-> outliers[v] + 1]))

\* @type: Int -> $amount;
NoReports == [v \in DOMAIN reports \ DOMAIN reports |-> Zero]

\* The next block is the first in which can be reported to another round.
NextRound ==
    /\ round' = round + 1
    /\ roundStart' = height + 1
    /\ reports' = NoReports

(***************************************************************************)
(* More than two thirds of the weight reported: the median becomes the     *)
(* price, which groups take down that had expired when the round began; or *)
(* it is too far off, and becomes the candidate.                           *)
(***************************************************************************)
CanCloseRound ==
    /\ phase = "oracle"
    /\ 3 * CountedWeight > 2 * TotalWeight

CloseRound ==
    /\ CanCloseRound
    /\ LET x == MedianPrice
           confirmed == IsConfirmed(x)
       IN  /\ price' = IF confirmed THEN x ELSE price
           /\ priceHeight' = IF confirmed THEN height ELSE priceHeight
           /\ candidate' = IF confirmed THEN Zero ELSE x
           /\ groups' = IF confirmed THEN Observed(x) ELSE groups
           /\ outliers' = OutliersAfter(x)
    /\ NextRound
    /\ phase' = "expiry"
    /\ UNCHANGED <<jailed, weight, pausedUntil, height, series>>

\* Has the round been open for as long as a price is fresh?
IsTooOld == height - roundStart >= MaxAge

(***************************************************************************)
(* Too few reports: the round goes on in the next block, and what was      *)
(* reported stays.                                                         *)
(***************************************************************************)
CanKeepRound ==
    /\ phase = "oracle"
    /\ 3 * CountedWeight <= 2 * TotalWeight
    /\ ~IsTooOld

KeepRound ==
    /\ CanKeepRound
    /\ phase' = "expiry"
    /\ UNCHANGED <<round, roundStart, reports, price, priceHeight, candidate, outliers, jailed,
                   weight, pausedUntil>>
    /\ UNCHANGED contractsVars

(***************************************************************************)
(* Too few reports for too long: what was reported is forgotten, and all   *)
(* report again, to another round.  A candidate stays.                     *)
(***************************************************************************)
CanGiveUpRound ==
    /\ phase = "oracle"
    /\ 3 * CountedWeight <= 2 * TotalWeight
    /\ IsTooOld

GiveUpRound ==
    /\ CanGiveUpRound
    /\ NextRound
    /\ phase' = "expiry"
    /\ UNCHANGED <<price, priceHeight, candidate, outliers, jailed, weight, pausedUntil>>
    /\ UNCHANGED contractsVars

-----------------------------------------------------------------------------
\* What S8 asks of a step that depends on the price: it is there, confirmed and not too old,
\* and trading is not paused.  (Said in other words than by Fresh and Mode.)
S8_MayAct ==
    /\ price > 0
    /\ candidate <= 0
    /\ priceHeight + MaxAge >= height
    /\ pausedUntil <= height

\* Does this step close a round with a price, confirmed or not, and does not give it up?
Agrees == round' /= round /\ (priceHeight' = height \/ candidate' /= candidate)

\* That price.
AgreedPrice == IF candidate' > 0 THEN candidate' ELSE price'

(***************************************************************************)
(* S7: whichever validators with less than a third of the weight are       *)
(* faulty, the agreed price lies within the range of what others reported. *)
(***************************************************************************)
S7_HonestPrice ==
    [][Agrees =>
          \A F \in SUBSET DOMAIN weight:
              3 * SumOf(weight, F) < TotalWeight =>
                  \E u, v \in Counted \ F:
                      reports[u] <= AgreedPrice /\ AgreedPrice <= reports[v]]_oracleVars

\* No round closes without two thirds of the weight of who may be counted.
S7_TwoThirds ==
    [][Agrees =>
          3 * SumOf(weight, {v \in DOMAIN reports \ jailed: outliers[v] < OutlierRounds})
              > 2 * TotalWeight]_oracleVars

(***************************************************************************)
(* S8: the price that is acted on is near the last one, or was found twice *)
(* in a row; it is what was agreed, and new.                               *)
(***************************************************************************)
S8_ConfirmedPrice ==
    [][price' /= price =>
          /\ price > 0 /\ IsFar(price', price, MaxMove) =>
                 candidate > 0 /\ ~IsFar(price', candidate, MaxMove)
          /\ candidate' <= 0
          /\ priceHeight' = height
          /\ \E v \in DOMAIN reports: price' = reports[v]]_oracleVars

(***************************************************************************)
(* S8: no round is open for so long that its reports are older than a      *)
(* price may be; each begins without any.                                  *)
(***************************************************************************)
S8_ReportAge ==
    [][IF round' = round
       THEN roundStart' = roundStart
       ELSE /\ height <= roundStart + MaxAge
            /\ DOMAIN reports' = {}
            /\ roundStart' > height]_oracleVars

\* A halt for a candidate lasts no longer than until two rounds in a row agree.
HaltEnds ==
    [][Agrees /\ candidate > 0 /\ candidate' > 0 =>
          IsFar(candidate', candidate, MaxMove)]_oracleVars

\* A pause ends by itself.
PauseEnds == pausedUntil <= height + MaxPause

\* Only prices that were all reported from the expiry on are taken down to settle a group, and no
\* more than needed.
S8_ObservedAfterExpiry ==
    [][\A g \in DOMAIN groups: groups'[g].observed /= groups[g].observed =>
          /\ groups[g].expiry <= roundStart
          /\ groups[g].status /= "SETTLED"
          /\ candidate' <= 0
          /\ groups'[g].observed = Append(groups[g].observed, price')
          /\ Len(groups'[g].observed) <= SettlementRounds]_<<oracleVars, groups>>
=============================================================================
