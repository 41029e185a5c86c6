---------------------------- MODULE MCSettlement ----------------------------
(***************************************************************************)
(* Models of the whole settlement.  All of it is far too much to explore,  *)
(* so that each configuration begins in a world or two in which something  *)
(* is about to happen, offers the few commands that matter there, and ends *)
(* after a few blocks.  What the commands of a single module can do is     *)
(* explored in the models of that module; here it is how they meet.        *)
(*                                                                         *)
(* Nonces count the commands and nothing else depends on them but which    *)
(* command is refused as a replay, so that states which differ in them     *)
(* alone count as one (View).                                              *)
(***************************************************************************)
EXTENDS Settlement, TLC

CONSTANTS
    \* The worlds to begin in.
    Worlds,
    \* Orders are offered up to this one, and blocks are executed up to this height.
    LastOrder, LastHeight

View == <<stateVars, notes>>

BlocksEnd == height <= LastHeight

\* One command is enough to see whether it is refused, and the block ends with it.
AtFirst(S) == IF TLCGet("level") > 1 THEN {} ELSE S

-----------------------------------------------------------------------------
(* Worlds. *)

OneOfZero == [v \in Validators |-> 0]
OneOfEach == [v \in Validators |-> v]
NoCash == [a \in {0, 1} |-> 0]
OneAtStake == [v \in Validators |-> 1]
TwoAtStake == [v \in Validators |-> 2]

Call == [strike |-> 2, right |-> "CALL", group |-> 1]
Put == [strike |-> 2, right |-> "PUT", group |-> 1]

\* @type: (Int, Str) => $group;
Group(expiry, status) == [expiry |-> expiry, status |-> status, observed |-> <<>>]

\* @type: (Int, Int, Int, Str, Int, Int, Str) => $order;
Resting(id, a, s, side, x, n, kind) ==
    [id |-> id, account |-> a, series |-> s, side |-> side, price |-> x, quantity |-> n,
     kind |-> kind]

Pending(a, x, requested, approvals, approved) ==
    [account |-> a, amount |-> x, status |-> "PENDING", requested |-> requested,
     approvals |-> approvals, approved |-> approved]

\* Three accounts with 4 each, one call, a price of 2.
Plain ==
    [height |-> 1,
     groups |-> 1 :> Group(3, "LIVE"),
     series |-> 1 :> Call,
     cash |-> <<4, 4, 4>>,
     held |-> <<0, 0, 0>>,
     flagged |-> <<0, 0, 0>>,
     fund |-> 0,
     leaving |-> 0,
     price |-> 2,
     priceHeight |-> 1,
     candidate |-> 0,
     orders |-> {},
     jailed |-> {},
     convicted |-> {},
     withdrawals |-> NoWithdrawals,
     withdrawn |-> 0,
     usedDeposits |-> {},
     quitted |-> 0,
     pausedUntil |-> 0]

\* @type: (Set(Int)) => Int;
Highest(S) == CHOOSE x \in S: \A y \in S: y <= x

\* What account a holds of series s in world w.
HeldIn(w, a, s) == IF s = 1 THEN w.held[a + 1] ELSE 0

BeginIn(w) ==
    /\ height = w.height
    /\ groups = w.groups
    /\ series = w.series
    /\ cash = [a \in 0 .. (Len(w.cash) - 1) |-> w.cash[a + 1]]
    /\ position = [a \in DOMAIN cash |-> [s \in DOMAIN series |-> HeldIn(w, a, s)]]
    /\ flagged = [a \in DOMAIN cash |-> w.flagged[a + 1]]
    /\ insuranceFund = w.fund
    /\ stake = GenesisStake
    /\ unbonding = [v \in Validators |->
           IF w.leaving > 0 THEN [amount |-> w.leaving, due |-> w.height] ELSE NotUnbonding]
    /\ phase = "commands"
    /\ round = 1
    /\ roundStart = w.height
    /\ reports = [v \in 1 .. 0 |-> 0]
    /\ price = w.price
    /\ priceHeight = w.priceHeight
    /\ candidate = w.candidate
    /\ outliers = [v \in Validators |-> 0]
    /\ jailed = w.jailed
    /\ weight = [v \in Validators |-> IF v \in w.jailed THEN 0 ELSE stake[v]]
    /\ pausedUntil = w.pausedUntil
    /\ orders = w.orders
    /\ taker = NoOrder
    /\ nextOrder = Highest({0} \union {o.id: o \in orders}) + 1
    /\ swept = -1
    /\ joined = Validators
    /\ usedEvidence = w.convicted
    /\ withdrawals = w.withdrawals
    /\ nextWithdrawal = Highest({0} \union DOMAIN withdrawals) + 1
    /\ withdrawn = w.withdrawn
    /\ usedDeposits = w.usedDeposits
    /\ quitted = w.quitted
    /\ nonce = [a \in DOMAIN cash |-> 0]
    /\ governanceNonce = 0
    /\ settlements = [g \in DOMAIN groups |-> IF groups[g].status = "SETTLED" THEN 1 ELSE 0]
    /\ takerShortfall = 0
    /\ rejected = FALSE
    /\ externalIn = TotalCash + insuranceFund + TotalStake + TotalUnbonding + TotalPending
    /\ externalOut = 0

WorldInit == \E w \in Worlds: BeginIn(w)
WorldSpec == WorldInit /\ [][Next]_vars

-----------------------------------------------------------------------------
(* Nobody asks for anything; each model has what it needs in place of this. *)

Nothing == {}
EverySender == OpenAccounts

\* One validator reports, that all is as it was or that it is not.
CalmReports == {<<0, round, 2>>}
RisingReports == {<<0, round, x>>: x \in {2, 4}}
FallingReports == {<<0, round, x>>: x \in {1, 2}}
WildReports == {<<0, round, x>>: x \in {1, 2, 4}}

-----------------------------------------------------------------------------
(* Trading and expiry.  Account 0 has enough for one short contract and not for two. *)

TwoTraders == [Plain EXCEPT !.cash = <<1, 4>>, !.held = <<0, 0>>, !.flagged = <<0, 0>>,
                            !.groups = 1 :> Group(2, "LIVE")]
TradeWorlds == {TwoTraders}

TradePlacements ==
    IF nextOrder > LastOrder THEN {}
    ELSE {<<0, 1, "sell", 1, 1, "GTC">>, <<0, 1, "sell", 1, 2, "GTC">>,
          <<0, 1, "sell", 2, 1, "POST_ONLY">>, <<1, 1, "buy", 2, 1, "GTC">>,
          <<1, 1, "buy", 2, 2, "IOC">>, <<0, 1, "buy", 1, 1, "GTC">>}
TradeCancellations == {<<0, 1>>, <<1, 2>>}

-----------------------------------------------------------------------------
(* A crash: who is short a call has too little when the price rises. *)


Shorted(purse, held, inFund) ==
    [Plain EXCEPT !.cash = purse, !.held = held, !.fund = inFund,
                  !.groups = 1 :> Group(9, "LIVE"),
                  !.orders = {Resting(1, 0, 1, "buy", 1, 1, "GTC"),
                              Resting(2, 1, 1, "sell", 4, 1, "POST_ONLY")}]
\* Account 0 has asked for 2, which could be paid to it now, and kept as little as it could.
AskedTooMuch ==
    [Shorted(<<1, 4, 4>>, <<-1, 1, 0>>, 1) EXCEPT
        !.withdrawals = 1 :> Pending(0, 1, 1, Custodians, 1) @@ 2 :> Pending(0, 1, 1, {}, 0),
        !.withdrawn = 2,
        !.quitted = 1]
CrashWorlds ==
    {Shorted(<<2, 0, 9>>, <<-2, 1, 1>>, 0), Shorted(<<1, 4, 4>>, <<-2, 2, 0>>, 1),
     Shorted(<<2, 9, 0>>, <<-1, -1, 2>>, 0), AskedTooMuch}
CrashTakeovers == {<<1, 0>>, <<2, 0>>, <<1, 2>>}
CrashDeposits == IF usedDeposits = {} THEN {<<1, 0, 4, Custodians>>} ELSE {}

-----------------------------------------------------------------------------
(* Withdrawals and deposits. *)

MoneyWorlds == {[Plain EXCEPT !.cash = <<3, 1>>, !.held = <<-1, 1>>, !.flagged = <<0, 0>>,
                              !.groups = 1 :> Group(9, "LIVE")]}
MoneyRequests == {<<0, 1>>}
MoneyVoids == {<<0, 1>>}
FirstExecutions == {1}
LastQuittance == IF quitted < height - 1 THEN {height - 1} ELSE {}

-----------------------------------------------------------------------------
(* Stake, evidence, epochs. *)

StakeWorlds ==
    {[Plain EXCEPT !.cash = <<3, 1>>, !.held = <<-1, 1>>, !.flagged = <<0, 0>>,
                   !.groups = 1 :> Group(9, "LIVE")]}
StakeSlashes == {<<0, "vote", 1>>}
StakeStakings == {<<0, 0, 1>>}
StakeUnstakings == {<<0, 0, 1>>}
StakeJoins == {<<0, 0>>}
StakeLeaves == {<<0, 0>>}

-----------------------------------------------------------------------------
(* Prices that jump, are missing, or are paused. *)

HaltWorlds ==
    {[Plain EXCEPT !.cash = <<2, 2>>, !.held = <<-1, 1>>, !.flagged = <<0, 0>>,
                   !.groups = 1 :> Group(3, "LIVE")]}
HaltPauses == {<<height + 2, Governors>>}
HaltPlacements ==
    IF nextOrder > LastOrder THEN {} ELSE {<<1, 1, "sell", 1, 1, "GTC">>}
HaltRequests == {<<1, 1>>}

-----------------------------------------------------------------------------
(* From the very beginning. *)

GenesisDeposits ==
    IF Cardinality(usedDeposits) < 2
    THEN {<<Cardinality(usedDeposits) + 1, Cardinality(usedDeposits), 3, Custodians>>}
    ELSE {}
GenesisGroupListings == {<<1, 3, Governors>>}
GenesisSeriesListings == {<<1, 2, "CALL", 1, Governors>>}
GenesisPlacements ==
    IF nextOrder > LastOrder THEN {}
    ELSE {<<0, 1, "sell", 1, 1, "GTC">>, <<1, 1, "buy", 1, 1, "GTC">>}

-----------------------------------------------------------------------------
(***************************************************************************)
(* Every reason to refuse every command.  The worlds have something of     *)
(* everything, and the arguments are good, or bad in one way.              *)
(***************************************************************************)
Crowded ==
    [Plain EXCEPT
        !.height = 3,
        !.priceHeight = 3,
        !.groups = 1 :> Group(9, "LIVE") @@ 2 :> Group(3, "LIVE"),
        !.series = 1 :> Call @@ 2 :> [Put EXCEPT !.group = 2],
        !.cash = <<4, 2, 0, 4>>,
        !.held = <<1, -1, 0, 0>>,
        !.flagged = <<0, 0, 2, 0>>,
        !.orders = {Resting(1, 0, 1, "sell", 3, 1, "GTC"), Resting(2, 1, 1, "buy", 1, 1, "GTC")},
        !.withdrawals = 1 :> Pending(0, 1, 1, Custodians, 2) @@ 2 :> Pending(0, 1, 3, {}, 0)
            @@ 3 :> [Pending(0, 1, 1, Custodians, 1) EXCEPT !.status = "EXECUTED"]
            @@ 4 :> Pending(0, 1, 3, Custodians, 3) @@ 5 :> Pending(0, 1, 1, {0}, 0),
        !.withdrawn = 2,
        !.usedDeposits = {1},
        !.convicted = {<<1, "vote", 1>>},
        !.leaving = 1,
        !.jailed = {1}]

\* Three bids: one without cash, one at the position limit, one that has more than is asked for.
Bids ==
    [Plain EXCEPT
        !.groups = 1 :> Group(9, "LIVE"),
        !.cash = <<0, 9, 4, 9>>,
        !.held = <<0, 2, -2, 0>>,
        !.flagged = <<0, 0, 0, 0>>,
        !.orders = {Resting(1, 0, 1, "buy", 4, 1, "GTC"), Resting(2, 1, 1, "buy", 3, 1, "GTC"),
                    Resting(3, 2, 1, "buy", 2, 2, "GTC")}]

\* Account 2 is short without any cash, and account 0 as short as can be.
ShortAndPoor == [Crowded EXCEPT !.held = <<-2, 2, -1, 1>>, !.orders = {}]

RefusalWorlds ==
    {Crowded, Bids,
     [Crowded EXCEPT !.price = 0, !.priceHeight = 0],
     [Crowded EXCEPT !.candidate = 4],
     [Crowded EXCEPT !.pausedUntil = 9],
     [Crowded EXCEPT !.flagged = <<1, 0, 1, 0>>, !.leaving = 0,
                     !.orders = {Resting(2, 1, 1, "buy", 1, 1, "GTC")}],
     [Crowded EXCEPT !.quitted = 2, !.flagged = <<0, 2, 0, 0>>, !.held = <<2, -2, 0, 0>>,
                     !.cash = <<4, 0, 0, 4>>,
                     !.orders = {Resting(1, 0, 1, "sell", 3, 1, "GTC")}],
     [Crowded EXCEPT !.flagged = <<0, 0, 2, 0>>, !.held = <<2, -2, 1, -1>>,
                     !.orders = {Resting(3, 0, 1, "sell", 3, 1, "GTC")}],
     ShortAndPoor, [ShortAndPoor EXCEPT !.flagged = <<0, 0, 1, 0>>]}

AllBut(S) == {{}, S}

RefusedDeposits ==
    AtFirst({<<ext, a, x, signers>>:
                ext \in {1, 2}, a \in {0, 4, 7}, x \in {0, 1, 99}, signers \in AllBut(Custodians)})
RefusedGroupListings ==
    AtFirst({<<g, expiry, signers>>:
                g \in {0, 1, 3}, expiry \in {3, 4}, signers \in AllBut(Governors)})
RefusedSeriesListings ==
    AtFirst({<<s, x, "CALL", g, signers>>:
                s \in {0, 1, 3}, x \in {0, 2, MaxPrice + 1}, g \in {1, 2, 5},
                signers \in AllBut(Governors)})
RefusedPauses ==
    AtFirst({<<until, signers>>: until \in {3, 4, 9}, signers \in AllBut(Governors)})
RefusedResumes == AtFirst(AllBut(Governors))
RefusedPlacements ==
    AtFirst({<<0, 1, "buy", 1, 1, "GTC">>, <<9, 1, "buy", 1, 1, "GTC">>,
             <<0, 9, "buy", 1, 1, "GTC">>, <<0, 1, "buy", 0, 1, "GTC">>,
             <<0, 1, "buy", MaxPrice + 1, 1, "GTC">>, <<0, 1, "buy", 1, 0, "GTC">>,
             <<0, 1, "buy", 1, MaxQuantity + 1, "GTC">>, <<3, 2, "buy", 1, 1, "GTC">>,
             <<2, 1, "buy", 1, 1, "GTC">>, <<3, 1, "buy", 3, 1, "POST_ONLY">>,
             <<0, 1, "buy", 3, 1, "GTC">>, <<1, 1, "sell", 1, 1, "GTC">>,
             <<3, 1, "buy", 4, 2, "GTC">>, <<3, 1, "sell", 4, 2, "GTC">>,
             <<0, 1, "sell", 1, 1, "POST_ONLY">>, <<1, 1, "sell", 4, 2, "GTC">>,
             <<3, 1, "sell", 1, 2, "IOC">>, <<3, 1, "buy", 2, 1, "IOC">>,
             <<1, 1, "buy", 2, 1, "GTC">>, <<1, 1, "buy", 1, 2, "GTC">>,
             <<3, 1, "sell", 1, 1, "IOC">>})
RefusedCancellations == AtFirst({<<0, 1>>, <<0, 2>>, <<0, 9>>, <<9, 1>>})
RefusedReports ==
    AtFirst({<<0, 1, 2>>, <<9, 1, 2>>, <<0, 1, 0>>, <<0, 1, MaxPrice + 1>>, <<1, 1, 2>>,
             <<0, 2, 2>>})
RefusedRequests ==
    AtFirst({<<9, 1>>, <<0, 0>>, <<0, 1>>, <<0, 3>>, <<1, 1>>, <<2, 1>>, <<1, 2>>, <<2, 2>>})
RefusedApprovals == AtFirst({<<9, 1>>, <<0, 9>>, <<0, 1>>, <<0, 2>>, <<0, 3>>, <<1, 5>>})
RefusedExecutions == AtFirst({1, 2, 3, 4, 9})
RefusedVoids == AtFirst({<<9, 1>>, <<0, 9>>, <<1, 1>>, <<0, 3>>, <<0, 1>>})
RefusedTakeovers ==
    AtFirst({<<9, 1>>, <<0, 9>>, <<0, 0>>, <<0, 1>>, <<2, 1>>, <<3, 2>>, <<3, 1>>, <<2, 0>>,
             <<0, 2>>})
RefusedSlashes ==
    AtFirst({<<9, "vote", 1>>, <<1, "vote", 1>>, <<1, "vote", 2>>, <<0, "attestation", 1>>})
RefusedStakings ==
    AtFirst({<<9, 0, 1>>, <<0, 9, 1>>, <<0, 1, 1>>, <<0, 0, 0>>, <<0, 0, 1>>, <<0, 0, 5>>,
             <<1, 1, 2>>, <<1, 1, 1>>})
RefusedUnstakings ==
    AtFirst({<<9, 0, 1>>, <<0, 9, 1>>, <<0, 1, 1>>, <<0, 0, 0>>, <<0, 0, 1>>, <<0, 0, 9>>})
RefusedJoins == AtFirst({<<9, 0>>, <<0, 9>>, <<0, 1>>, <<0, 0>>, <<1, 1>>, <<2, 2>>})
RefusedLeaves == AtFirst({<<9, 0>>, <<0, 9>>, <<0, 1>>, <<0, 0>>})
=============================================================================
