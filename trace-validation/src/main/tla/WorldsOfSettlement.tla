-------------------------- MODULE WorldsOfSettlement ------------------------
(***************************************************************************)
(* Where the graphs begin whose transitions the Java core is tested with,  *)
(* and what is asked for in them.  As in MCSettlement, each offers the few *)
(* commands that matter there.  The constants are such as the Java core    *)
(* accepts: a price is believed at once if it moves no further than the    *)
(* maintenance margin covers.                                              *)
(***************************************************************************)
EXTENDS TransitionsOfSettlement

\* What leaves nothing but nonces is the same.
SameBy == View

\* So many withdrawals are asked for before a graph ends.
MostAsked == 9
One == 1

Explored ==
    /\ height <= LastHeight
    /\ nextOrder <= LastOrder + 1
    /\ nextWithdrawal <= MostAsked + 1

\* Nonces are tried in a model of their own.
RightNonce(a) == IF a \in DOMAIN nonce THEN {nonce[a]} ELSE {0}
BothNonces(a) == IF a \in DOMAIN nonce THEN {nonce[a], nonce[a] + 1} ELSE {0}

EveryQuittance == 0 .. (height + 1)

TwoOfTwo == [v \in {0, 1} |-> v]

-----------------------------------------------------------------------------
(* Treasury. *)

\* Who is flagged can neither ask for money nor be paid.
TreasuryWorlds ==
    {[Plain EXCEPT !.cash = <<3, 1>>, !.held = <<-1, 1>>, !.flagged = <<f, 0>>,
                   !.groups = 1 :> Group(9, "LIVE")]: f \in {0, 1}}
TreasuryDeposits ==
    IF nextWithdrawal > 1 \/ height > 1 THEN {}
    ELSE {<<1, 0, 1, Custodians>>, <<1, 2, 1, Custodians>>, <<1, 9, 1, Custodians>>,
          <<1, 2, 0, Custodians>>, <<1, 2, 45, Custodians>>, <<1, 2, 1, {0}>>,
          <<2, 0, 1, Custodians>>}
TreasuryRequests == {<<0, 1>>, <<0, 2>>, <<1, 1>>, <<9, 1>>, <<0, 0>>}
TreasuryApprovals == {<<0, 1>>, <<1, 1>>, <<9, 1>>, <<0, 2>>}
TreasuryExecutions == {1, 2}
TreasuryVoids == {<<0, 1>>, <<0, 2>>, <<9, 1>>}

-----------------------------------------------------------------------------
(* Where accounts hold several series: what each holds is a sequence. *)

HeldOfEach(w, a, s) == w.held[a + 1][s]

\* What three accounts may hold of a series: for every contract held there is one owed.
Threes(most) ==
    {h \in [1 .. 3 -> (0 - most) .. most]: h[1] + h[2] + h[3] = 0}

Both(first, second) == [a \in 1 .. 3 |-> <<first[a], second[a]>>]

Asked == 1 :> Pending(0, 1, 1, {}, 0) @@ 2 :> Pending(0, 1, 1, Custodians, 1)
         @@ 3 :> Pending(1, 1, 1, {}, 0)

Asking == {NoWithdrawals, Asked}

-----------------------------------------------------------------------------
(* Book. *)

BookWorlds ==
    {[Plain EXCEPT !.cash = <<3, 2, 1>>, !.groups = 1 :> Group(9, "LIVE")],
     [Bids EXCEPT !.price = 2]}
BookPlacements ==
    IF nextOrder > 2
    THEN {<<0, 1, "sell", 1, 2, "GTC">>, <<1, 1, "buy", 2, 2, "IOC">>,
          <<0, 1, "buy", 2, 1, "POST_ONLY">>, <<2, 1, "sell", 1, 1, "IOC">>}
    ELSE {<<a, 1, side, x, n, kind>>: a \in {0, 1}, side \in {"buy", "sell"}, x \in {1, 2},
                                      n \in {1, 2}, kind \in {"GTC", "IOC", "POST_ONLY"}}
         \union {<<2, 1, "buy", 2, 1, "GTC">>, <<2, 1, "sell", 1, 2, "IOC">>,
                 <<3, 1, "sell", 1, 2, "GTC">>, <<0, 9, "buy", 1, 1, "GTC">>,
                 <<0, 1, "buy", 0, 1, "GTC">>, <<0, 1, "buy", 5, 1, "GTC">>,
                 <<0, 1, "buy", 1, 0, "GTC">>, <<0, 1, "buy", 1, 3, "GTC">>}
BookCancellations == {<<0, 1>>, <<1, 1>>, <<1, 2>>, <<0, 9>>, <<9, 1>>}

-----------------------------------------------------------------------------
(* Margin: two groups, a call and a put in one of them. *)

MarginWorlds ==
    {[Plain EXCEPT
        !.groups = 1 :> Group(9, "LIVE") @@ 2 :> Group(9, "LIVE"),
        !.series = 1 :> Call @@ 2 :> [Put EXCEPT !.strike = 3] @@ 3 :> [Call EXCEPT !.group = 2],
        !.cash = <<purse, 5>>, !.held = <<held, [s \in 1 .. 3 |-> 0 - held[s]]>>,
        !.flagged = <<0, 0>>, !.price = x]:
        held \in [1 .. 3 -> {0 - 2, 0 - 1, 0, 1}], purse \in {0, 2, 4}, x \in {2, 3}}
MarginPlacements ==
    AtFirstOnly({<<0, s, side, 1, 1, "GTC">>: s \in 1 .. 3, side \in {"buy", "sell"}})
MarginRequests == AtFirstOnly({<<0, 1>>, <<0, 2>>})

-----------------------------------------------------------------------------
(* Expiry. *)

Sightings == UNION {[1 .. k -> {1, 4}]: k \in 0 .. SettlementRounds}

ExpiryWorlds ==
    {[Plain EXCEPT
        !.height = 3,
        !.groups = 1 :> [expiry |-> 2, status |-> status, observed |-> seen]
                   @@ 2 :> [expiry |-> second, status |-> "LIVE",
                            observed |-> IF second = 4 THEN <<>> ELSE seen],
        !.series = 1 :> [strike |-> 1, right |-> "CALL", group |-> 1]
                   @@ 2 :> [strike |-> 3, right |-> "PUT", group |-> 2],
        !.cash = purse, !.held = Both(first, other), !.fund = inFund,
        !.orders = {Resting(2, 0, 2, "buy", 1, 1, "GTC")},
        !.withdrawals = asked]:
        status \in {"LIVE", "EXPIRED"}, seen \in Sightings, second \in {1, 4},
        first \in Threes(1), other \in {<<1, 0, 0 - 1>>, <<0 - 1, 1, 0>>},
        purse \in {<<0, 1, 3>>, <<4, 2, 0>>}, inFund \in {0, 1}, asked \in Asking}

-----------------------------------------------------------------------------
(* Liquidation. *)

LiquidationWorlds ==
    {[Plain EXCEPT
        !.height = 2, !.priceHeight = 2, !.price = x,
        !.groups = 1 :> Group(9, "LIVE"), !.series = 1 :> Call @@ 2 :> Put,
        !.cash = purse, !.held = Both(first, second), !.fund = inFund,
        !.flagged = <<flag, 0, 0>>,
        !.orders = IF flag = 0 THEN {Resting(1, 0, 1, "buy", 1, 1, "GTC")} ELSE {},
        !.withdrawals = asked]:
        first \in Threes(2), second \in {<<0, 0, 0>>, <<1, 0 - 1, 0>>, <<0 - 1, 0, 1>>},
        purse \in {<<0, 0, 1>>, <<1, 4, 9>>}, inFund \in {0, 1}, flag \in {0, 1},
        asked \in Asking, x \in {1, 3}}
LiquidationTakeovers == {<<1, 0>>, <<2, 0>>, <<0, 1>>, <<0, 9>>}

-----------------------------------------------------------------------------
(* Oracle. *)

Uneven == [v \in {0, 1, 2, 3} |-> IF v = 0 THEN 5 ELSE IF v = 1 THEN 2 ELSE 1]
Four == [v \in {0, 1, 2, 3} |-> v]
OracleWorlds ==
    {[Plain EXCEPT !.groups = 1 :> Group(1, "LIVE"), !.series = 1 :> Call,
                   !.cash = <<4, 4, 4, 4>>, !.held = <<1, 0 - 1, 0, 0>>,
                   !.flagged = <<0, 0, 0, 0>>, !.price = x, !.candidate = c]:
        x \in {0, 2}, c \in {0, 4}}
OracleReports ==
    IF height = 1
    THEN {<<v, round, x>>: v \in {v \in Validators: \A u \in DOMAIN reports: u < v},
                           x \in {1, 2, 4}}
         \union {<<0, round, 2>>, <<9, round, 2>>, <<3, round + 1, 2>>, <<3, round, 0>>,
                 <<3, round, 5>>}
    ELSE {<<0, round, x>>: x \in {2, 4}} \union {<<1, round, 4>>}
OracleSlashes == IF height = 1 /\ reports = NoReports THEN {<<0, "vote", 1>>} ELSE {}
OraclePauses ==
    IF reports = NoReports
    THEN {<<until, signers>>: until \in {height, height + 1, height + 9},
                              signers \in {{0}, {0, 1}}}
    ELSE {}
OracleResumes == IF reports = NoReports THEN {{0}, {0, 1}} ELSE {}

-----------------------------------------------------------------------------
(* Slashing. *)

SlashingWorlds ==
    {[Plain EXCEPT !.cash = <<3, 1, 1>>, !.held = <<0 - 1, 0, 1>>, !.flagged = <<f, 0, 0>>,
                   !.groups = 1 :> Group(9, "LIVE")]: f \in {0, 1}}
SlashingSlashes == {<<0, "vote", 1>>, <<0, "attestation", 1>>, <<9, "vote", 1>>}
SlashingStakings == {<<0, 0, 1>>, <<0, 0, 9>>, <<0, 1, 1>>, <<9, 0, 1>>, <<0, 9, 1>>, <<0, 0, 0>>}
SlashingUnstakings == {<<0, 0, 1>>, <<0, 0, 2>>, <<0, 0, 9>>, <<0, 1, 1>>, <<9, 0, 1>>, <<0, 0, 0>>}
SlashingJoins == {<<0, 0>>, <<0, 1>>, <<0, 9>>, <<9, 0>>}

-----------------------------------------------------------------------------
(* Contracts. *)

ContractsWorlds ==
    {[Plain EXCEPT !.cash = <<2, 1>>, !.held = <<1, 0 - 1>>, !.flagged = <<0, 0>>,
                   !.groups = 1 :> Group(2, "LIVE")]}
ContractsGroupListings ==
    {<<g, expiry, signers>>: g \in {0, 1, 2, 3}, expiry \in {height, height + 1},
                             signers \in {{0}, {0, 1}}}
ContractsSeriesListings ==
    {<<s, x, "PUT", g, {0, 1}>>: s \in {0, 1, 2, 3}, x \in {0, 2, 5}, g \in {1, 2, 9}}
    \union {<<2, 2, "CALL", 1, {0}>>, <<2, 3, "CALL", 1, {0, 1}>>}
ContractsDeposits == {<<1, 2, 1, Custodians>>}
ContractsPlacements == IF nextOrder > 1 THEN {} ELSE {<<0, 2, "buy", 1, 1, "GTC">>}

-----------------------------------------------------------------------------
(* Prices that move, while there is trade. *)

TradeReports == {<<0, round, x>>: x \in {2, 3, 4}}
HaltResumes == {Governors}
CrashReports == {<<0, round, x>>: x \in {1, 3}}
=============================================================================
