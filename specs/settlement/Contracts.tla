------------------------------ MODULE Contracts -----------------------------
(***************************************************************************)
(* What is traded: series of European options, cash-settled, in groups     *)
(* that expire together on one underlying.  Governors list them; nobody    *)
(* can change or withdraw what is listed.                                  *)
(***************************************************************************)
EXTENDS Amounts

(*
  @typeAlias: group = { expiry: Int, status: Str, observed: Seq($amount) };
  @typeAlias: series = { strike: $amount, right: Str, group: Int };
*)
Contracts_aliases == TRUE

CONSTANTS
    \* The highest price that the system knows, in ticks.
    \* @type: $amount;
    MaxPrice,
    \* How many series and groups may be unsettled at one time.
    \* @type: Int;
    MaxSeries,
    \* @type: Int;
    MaxGroups,
    \* Those who list and pause, and how many of them it takes.
    \* @type: Set(Int);
    Governors,
    \* @type: Int;
    GovernorQuorum

VARIABLES
    \* The block that is being executed, from 1.
    \* @type: Int;
    height,
    \* Every group ever listed.
    \* @type: Int -> $group;
    groups,
    \* Every series ever listed.
    \* @type: Int -> $series;
    series

contractsVars == <<height, groups, series>>

Rights == {"CALL", "PUT"}

\* @type: (Int) => Set(Int);
SeriesOf(g) == {s \in DOMAIN series: series[s].group = g}

\* What one contract of s is worth when the underlying is at x.
\* @type: (Int, $amount) => $amount;
Payoff(s, x) ==
    IF series[s].right = "CALL"
    THEN Positive(x - series[s].strike)
    ELSE Positive(series[s].strike - x)

\* A group holds positions until it is settled.
\* @type: Set(Int);
UnsettledGroups == {g \in DOMAIN groups: groups[g].status /= "SETTLED"}

\* @type: Set(Int);
UnsettledSeries == {s \in DOMAIN series: groups[series[s].group].status /= "SETTLED"}

\* May g still be traded?
\* @type: (Int) => Bool;
IsLive(g) == groups[g].status = "LIVE" /\ height < groups[g].expiry

\* Enough governors, each counted once.
\* @type: (Set(Int)) => Bool;
Govern(signers) == Cardinality(signers \intersect Governors) >= GovernorQuorum

-----------------------------------------------------------------------------
(***************************************************************************)
(* Governors list a group that expires in a block to come.                 *)
(***************************************************************************)
\* @type: (Int, Int, Set(Int)) => Str;
ListGroupRefusal(g, expiry, signers) ==
    IF ~Govern(signers) THEN "NOT_ENOUGH_SIGNERS"
    ELSE IF expiry <= height THEN "NOT_IN_RANGE"
    ELSE IF g < 1 THEN "NOT_IN_RANGE"
    ELSE IF g \in DOMAIN groups THEN "ALREADY_LISTED"
    ELSE IF Cardinality(UnsettledGroups) >= MaxGroups THEN "TOO_MANY"
    ELSE "ACCEPTED"

\* @type: (Int, Int, Set(Int)) => Bool;
ListGroup(g, expiry, signers) ==
    /\ ListGroupRefusal(g, expiry, signers) = "ACCEPTED"
    /\ groups' = Extended(groups,
           [x \in {g} |-> [expiry |-> expiry, status |-> "LIVE", observed |-> <<>>]])
    /\ UNCHANGED <<height, series>>

(***************************************************************************)
(* Governors list a series of a group that can still be traded.  Everyone  *)
(* begins with no position in it: Accounts!OpenSeries is the other half of *)
(* this step.                                                              *)
(***************************************************************************)
\* @type: (Int, $amount, Str, Int, Set(Int)) => Str;
ListSeriesRefusal(s, strike, right, g, signers) ==
    IF ~Govern(signers) THEN "NOT_ENOUGH_SIGNERS"
    ELSE IF g \notin DOMAIN groups THEN "UNKNOWN_GROUP"
    ELSE IF strike < 1 THEN "NOT_IN_RANGE"
    ELSE IF strike > MaxPrice THEN "NOT_IN_RANGE"
    ELSE IF s < 1 THEN "NOT_IN_RANGE"
    ELSE IF s \in DOMAIN series THEN "ALREADY_LISTED"
    ELSE IF Cardinality(UnsettledSeries) >= MaxSeries THEN "TOO_MANY"
    ELSE IF ~IsLive(g) THEN "GROUP_NOT_LIVE"
    ELSE "ACCEPTED"

\* @type: (Int, $amount, Str, Int, Set(Int)) => Bool;
ListSeries(s, strike, right, g, signers) ==
    /\ ListSeriesRefusal(s, strike, right, g, signers) = "ACCEPTED"
    /\ series' = Extended(series,
           [x \in {s} |-> [strike |-> strike, right |-> right, group |-> g]])
    /\ UNCHANGED <<height, groups>>
=============================================================================
