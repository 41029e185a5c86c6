--------------------------------- MODULE Book --------------------------------
(***************************************************************************)
(* Trading.  An order that is placed becomes the taker, which is matched   *)
(* with the resting orders, the makers, one by one: the best price first,  *)
(* and of one price the oldest.  The premium is paid at the maker's price. *)
(*                                                                         *)
(* The taker's account is checked once, as if all were filled at its       *)
(* limit: any part of it, at any better price, needs no more.  A maker's   *)
(* account may have changed since its order came to rest, so that it is    *)
(* checked again at each fill, and the order evicted if it fails.          *)
(***************************************************************************)
EXTENDS Margin, Oracle

(*
  @typeAlias: order = { id: Int, account: Int, series: Int, side: Str, price: $amount,
                        quantity: $amount, kind: Str };
*)
Book_aliases == TRUE

CONSTANTS
    \* The largest position of an account in a series, long or short.
    \* @type: $amount;
    MaxPosition,
    \* The largest order.
    \* @type: $amount;
    MaxQuantity,
    \* How many orders of an account may rest at one time.
    \* @type: Int;
    MaxOrders

VARIABLES
    \* The resting orders, with what is left of them.
    \* @type: Set($order);
    orders,
    \* The order that is being matched, with what is left of it, or NoOrder.
    \* @type: $order;
    taker,
    \* The id of the next order: 1, 2, ...
    \* @type: Int;
    nextOrder

bookVars == <<orders, taker, nextOrder>>

\* @type: $order;
NoOrder ==
    [id |-> 0, account |-> -1, series |-> 0, side |-> "buy", price |-> Zero,
     quantity |-> Zero, kind |-> "IOC"]

\* Is an order being matched?
Matching == taker.id > 0

-----------------------------------------------------------------------------
\* What a trade of n contracts adds to the position of this side.
\* @type: (Str, $amount) => $amount;
Signed(side, n) == IF side = "buy" THEN n ELSE Zero - n

\* What account a would have in cash and in positions if o traded n contracts at x.
\* @type: ($order, $amount, $amount) => $amount;
CashAfter(o, n, x) == cash[o.account] - x * Signed(o.side, n)

\* @type: ($order, $amount) => (Int -> $amount);
PositionAfter(o, n) ==
    [position[o.account] EXCEPT ![o.series] = @ + Signed(o.side, n)]

\* @type: ($order, $amount) => Bool;
IsWithinLimit(o, n) == Abs(PositionAfter(o, n)[o.series]) <= MaxPosition

\* @type: ($order, $amount, $amount) => Bool;
IsCovered(o, n, x) ==
    AfterwardsOk(price, o.account, CashAfter(o, n, x), PositionAfter(o, n))

\* Can o and p trade with each other?
\* @type: ($order, $order) => Bool;
Crosses(o, p) ==
    /\ o.series = p.series
    /\ o.side /= p.side
    /\ IF o.side = "buy" THEN o.price >= p.price ELSE o.price <= p.price

\* Does o, of the same series and side as p, come before p?  By price, then by time.
\* @type: ($order, $order) => Bool;
IsBefore(o, p) ==
    IF o.price = p.price THEN o.id < p.id
    ELSE IF o.side = "buy" THEN o.price > p.price
    ELSE o.price < p.price

\* @type: ($order) => Set($order);
CrossedBy(o) == {p \in orders: Crosses(p, o)}

\* The resting order with this id, if there is one.
\* @type: (Int) => $order;
OrderOf(id) == CHOOSE o \in orders: o.id = id

\* Is it this order's turn to trade with the taker?
\* @type: (Int) => Bool;
IsNext(maker) ==
    /\ maker \in {o.id: o \in CrossedBy(taker)}
    /\ \A o \in CrossedBy(taker): o.id = maker \/ IsBefore(OrderOf(maker), o)

\* How many contracts a maker and the taker trade.
\* @type: (Int) => $amount;
Traded(maker) == Min(taker.quantity, OrderOf(maker).quantity)

\* @type: (Int) => Bool;
MakerPasses(maker) ==
    LET o == OrderOf(maker)
        n == Traded(maker)
    IN  IF IsWithinLimit(o, n) THEN IsCovered(o, n, o.price) ELSE FALSE

\* o without n contracts, if any are left.
\* @type: ($order, $amount) => Set($order);
Remaining(o, n) == IF n < o.quantity THEN {[o EXCEPT !.quantity = @ - n]} ELSE {}

-----------------------------------------------------------------------------
(***************************************************************************)
(* An account places an order.  GTC rests until it is filled or cancelled, *)
(* IOC never rests, and POST_ONLY never takes.                             *)
(***************************************************************************)
\* @type: (Int, Int, Str, $amount, $amount, Str) => $order;
NewOrder(a, s, side, x, n, kind) ==
    [id |-> nextOrder, account |-> a, series |-> s, side |-> side, price |-> x,
     quantity |-> n, kind |-> kind]

\* @type: ($order) => Str;
NewOrderRefusal(o) ==
    IF \E p \in CrossedBy(o): p.account = o.account THEN "SELF_TRADE"
    ELSE IF o.kind = "POST_ONLY" /\ CrossedBy(o) /= {} THEN "WOULD_CROSS"
    ELSE IF ~IsWithinLimit(o, o.quantity) THEN "POSITION_LIMIT"
    ELSE IF CashAfter(o, o.quantity, o.price) < 0 THEN "INSUFFICIENT_CASH"
    ELSE IF ~IsCovered(o, o.quantity, o.price) THEN "INSUFFICIENT_COLLATERAL"
    ELSE "ACCEPTED"

\* @type: (Int, Int, Str, $amount, $amount, Str) => Str;
PlaceRefusal(a, s, side, x, n, kind) ==
    IF a \notin OpenAccounts THEN "UNKNOWN_ACCOUNT"
    ELSE IF s \notin DOMAIN series THEN "UNKNOWN_SERIES"
    ELSE IF x < 1 THEN "NOT_IN_RANGE"
    ELSE IF x > MaxPrice THEN "NOT_IN_RANGE"
    ELSE IF n < 1 THEN "NOT_IN_RANGE"
    ELSE IF n > MaxQuantity THEN "NOT_IN_RANGE"
    ELSE IF Cardinality({o \in orders: o.account = a}) >= MaxOrders THEN "TOO_MANY"
    ELSE IF Mode = "HALT" THEN "HALTED"
    ELSE IF ~Fresh THEN "STALE_PRICE"
    ELSE IF ~IsLive(series[s].group) THEN "GROUP_NOT_LIVE"
    ELSE IF flagged[a] > 0 THEN "FLAGGED"
    ELSE NewOrderRefusal(NewOrder(a, s, side, x, n, kind))

\* @type: (Int, Int, Str, $amount, $amount, Str) => Bool;
CanPlace(a, s, side, x, n, kind) ==
    /\ phase = "commands"
    /\ ~Matching
    /\ PlaceRefusal(a, s, side, x, n, kind) = "ACCEPTED"

\* @type: (Int, Int, Str, $amount, $amount, Str) => Bool;
Place(a, s, side, x, n, kind) ==
    /\ CanPlace(a, s, side, x, n, kind)
    /\ taker' = NewOrder(a, s, side, x, n, kind)
    /\ nextOrder' = nextOrder + 1
    /\ UNCHANGED orders
    /\ UNCHANGED oracleVars
    /\ UNCHANGED accountsVars
    /\ UNCHANGED contractsVars

(***************************************************************************)
(* The next maker passes its check: as many contracts as both want change  *)
(* hands, and the buyer pays the seller the maker's price for each.        *)
(***************************************************************************)
\* @type: (Int) => Bool;
CanFill(maker) ==
    /\ phase = "commands"
    /\ Matching
    /\ IsNext(maker)
    /\ MakerPasses(maker)

\* @type: (Int) => Bool;
Fill(maker) ==
    /\ CanFill(maker)
    /\ LET o == OrderOf(maker)
           n == Traded(maker)
           s == taker.series
       IN  /\ cash' = [cash EXCEPT
                  ![o.account] = @ - o.price * Signed(o.side, n),
                  ![taker.account] = @ - o.price * Signed(taker.side, n)]
           /\ position' = [position EXCEPT
                  ![o.account][s] = @ + Signed(o.side, n),
                  ![taker.account][s] = @ + Signed(taker.side, n)]
           /\ orders' = (orders \ {o}) \union Remaining(o, n)
           /\ taker' =
                  IF n < taker.quantity THEN [taker EXCEPT !.quantity = @ - n] ELSE NoOrder
    /\ UNCHANGED nextOrder
    /\ UNCHANGED oracleVars
    /\ UNCHANGED <<flagged, insuranceFund, stake, unbonding, withdrawals, externalIn, externalOut>>
    /\ UNCHANGED contractsVars

(***************************************************************************)
(* The next maker fails its check: all that is left of it is removed.      *)
(***************************************************************************)
\* @type: (Int) => Bool;
CanEvict(maker) ==
    /\ phase = "commands"
    /\ Matching
    /\ IsNext(maker)
    /\ ~MakerPasses(maker)

\* @type: (Int) => Bool;
Evict(maker) ==
    /\ CanEvict(maker)
    /\ orders' = orders \ {OrderOf(maker)}
    /\ UNCHANGED <<taker, nextOrder>>
    /\ UNCHANGED oracleVars
    /\ UNCHANGED accountsVars
    /\ UNCHANGED contractsVars

(***************************************************************************)
(* There is nothing more to trade with: what is left of the taker rests.   *)
(***************************************************************************)
CanRest ==
    /\ phase = "commands"
    /\ Matching
    /\ CrossedBy(taker) = {}
    /\ taker.kind /= "IOC"

Rest ==
    /\ CanRest
    /\ orders' = orders \union {taker}
    /\ taker' = NoOrder
    /\ UNCHANGED nextOrder
    /\ UNCHANGED oracleVars
    /\ UNCHANGED accountsVars
    /\ UNCHANGED contractsVars

(***************************************************************************)
(* There is nothing more to trade with: what is left of an IOC is dropped. *)
(***************************************************************************)
CanExpire ==
    /\ phase = "commands"
    /\ Matching
    /\ CrossedBy(taker) = {}
    /\ taker.kind = "IOC"

Expire ==
    /\ CanExpire
    /\ taker' = NoOrder
    /\ UNCHANGED <<orders, nextOrder>>
    /\ UNCHANGED oracleVars
    /\ UNCHANGED accountsVars
    /\ UNCHANGED contractsVars

(***************************************************************************)
(* An account takes back one of its orders.  This is always allowed.       *)
(***************************************************************************)
\* @type: (Int, Int) => Str;
CancelRefusal(a, order) ==
    IF a \notin OpenAccounts THEN "UNKNOWN_ACCOUNT"
    ELSE IF order \notin {o.id: o \in orders} THEN "UNKNOWN_ORDER"
    ELSE IF OrderOf(order).account /= a THEN "NOT_OWNER"
    ELSE "ACCEPTED"

\* @type: (Int, Int) => Bool;
CanCancel(a, order) ==
    /\ phase = "commands"
    /\ ~Matching
    /\ CancelRefusal(a, order) = "ACCEPTED"

\* @type: (Int, Int) => Bool;
Cancel(a, order) ==
    /\ CanCancel(a, order)
    /\ orders' = orders \ {OrderOf(order)}
    /\ UNCHANGED <<taker, nextOrder>>
    /\ UNCHANGED oracleVars
    /\ UNCHANGED accountsVars
    /\ UNCHANGED contractsVars

-----------------------------------------------------------------------------
(***************************************************************************)
(* S9, the state of the book: whoever bids less than another asks; nothing *)
(* rests that has nothing left or was not to rest; ids are unique.         *)
(***************************************************************************)
S9_Book ==
    /\ \A b, s \in orders:
           b.side = "buy" /\ s.side = "sell" /\ b.series = s.series => b.price < s.price
    /\ \A o \in orders: o.quantity >= 1 /\ o.kind /= "IOC"
    /\ \A o \in orders: o.id < nextOrder
    /\ \A o, p \in orders: o.id = p.id => o = p

\* Exactly one step can follow while an order is matched: equal logs give equal fills.
S9_OneWayOn ==
    Matching =>
        LET ids == {o.id: o \in orders}
            exits == {k \in {1, 2}: IF k = 1 THEN CanRest ELSE CanExpire}
        IN  Cardinality({m \in ids: CanFill(m)}) + Cardinality({m \in ids: CanEvict(m)})
                + Cardinality(exits) = 1

\* Is this step a fill?
Fills == Matching /\ taker' /= taker /\ orders \ orders' /= {}

\* S9: fills go by price, then by time, and at a price that both had agreed to.
S9_Priority ==
    [][Fills =>
          \A o \in orders \ orders':
              /\ Crosses(o, taker)
              /\ \A p \in CrossedBy(taker) \ {o}:
                     IF p.price = o.price THEN o.id < p.id
                     ELSE IF taker.side = "sell" THEN p.price < o.price
                     ELSE p.price > o.price]_bookVars

\* The one order that a fill takes from, and the contracts that it takes.
\* @type: ($order, $amount) => Bool;
IsFillOf(o, n) ==
    /\ n >= 1
    /\ n <= o.quantity
    /\ n <= taker.quantity
    /\ orders' = (orders \ {o}) \union Remaining(o, n)
    /\ IF n = taker.quantity
       THEN taker' = NoOrder
       ELSE taker' = [taker EXCEPT !.quantity = @ - n]
    /\ position'[taker.account][o.series]
           = position[taker.account][o.series] + Signed(taker.side, n)
    /\ cash'[o.account] = CashAfter(o, n, o.price)
    /\ cash'[taker.account] = CashAfter(taker, n, o.price)

\* S9: what is filled is no more than either order has left, and both have so much less left.
S9_Sizes ==
    [][Fills =>
          \E o \in orders \ orders':
              IsFillOf(o, Abs(position'[o.account][o.series] - position[o.account][o.series]))
      ]_<<bookVars, accountsVars>>

\* S9: nobody trades with himself.
S9_NoSelfTrade == [][Fills => \A o \in orders \ orders': o.account /= taker.account]_bookVars

\* S9: an order that is not to take doesn't.
S9_PostOnly == [][Fills => taker.kind /= "POST_ONLY"]_bookVars

\* No position grows beyond the limit.
S9_PositionLimit ==
    \A a \in DOMAIN position: \A s \in DOMAIN position[a]: Abs(position[a][s]) <= MaxPosition

\* S8: orders are placed and filled on a fresh, confirmed price only.
S8_FreshOrder == [][nextOrder' /= nextOrder \/ Fills => S8_MayAct]_bookVars

\* S3: a maker has collateral for what it trades, or reduces its risk.
S3_Makers ==
    [][Fills =>
          \A o \in orders \ orders':
              AfterwardsOk(price, o.account, cash'[o.account], position'[o.account])
      ]_<<bookVars, accountsVars>>
=============================================================================
