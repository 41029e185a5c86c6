----------------------------- MODULE Liquidation ----------------------------
(***************************************************************************)
(* What happens to an account that can't keep its position.  At the end of *)
(* a block with a fresh price every account is looked at once, in the      *)
(* order of their numbers.  One whose cash is below its maintenance margin *)
(* is flagged and loses its orders.  For TakeoverBlocks blocks anyone with *)
(* the collateral may take its whole position over, for what it is worth,  *)
(* and gets a share of its cash for that, which grows with every block; it *)
(* may also come back by itself, with a deposit or a better price.  Blocks *)
(* whose commands find no fresh price are not counted.  If nobody does,    *)
(* every contract that it holds is closed against those who hold the other *)
(* side.                                                                   *)
(*                                                                         *)
(* No step waits for an account to have money: an account that owes more   *)
(* than it has is closed like any other, and Clear says who pays.          *)
(***************************************************************************)
EXTENDS Clearing, Book

CONSTANT
    \* For so many blocks after it was flagged an account can be taken over.  Only those count
    \* in which it could be.
    \* @type: Int;
    TakeoverBlocks

ASSUME TakeoverIsPossible == TakeoverBlocks >= 1

VARIABLE
    \* The last account that was acted on at the end of this block, or -1.
    \* @type: Int;
    swept

\* @type: <<Int>>;
liquidationVars == <<swept>>

-----------------------------------------------------------------------------
(* Takeover. *)

\* What who takes over a target gets of its cash: more with each block since it was flagged.
\* @type: (Int) => $amount;
Bounty(target) ==
    LET blocks == height - flagged[target]
    IN  FloorDiv(cash[target] * Min(blocks, TakeoverBlocks), TakeoverBlocks)

(***************************************************************************)
(* What who takes over a target pays for its position: all that it is      *)
(* worth at the present price.  Options of one group can be worth more     *)
(* than the account misses for another.  Who takes over a position that is *)
(* worth less than nothing pays nothing, and is paid no more than the      *)
(* bounty.                                                                 *)
(***************************************************************************)
\* @type: (Int) => $amount;
Payment(target) ==
    Positive(SumOf([s \in DOMAIN series |-> position[target][s] * Payoff(s, price)],
                   DOMAIN series))

\* The cash of the bidder once it has taken over the target.
\* @type: (Int, Int) => $amount;
CashOnceTaken(bidder, target) == cash[bidder] + Bounty(target) - Payment(target)

\* @type: (Int, Int) => (Int -> $amount);
Joint(a, b) == [s \in DOMAIN series |-> position[a][s] + position[b][s]]

\* @type: (Int -> $amount) => Bool;
RespectsLimit(q) == \A s \in DOMAIN q: Abs(q[s]) <= MaxPosition

\* @type: (Int, Int) => Str;
TakeoverRefusal(bidder, target) ==
    IF bidder \notin DOMAIN cash THEN "UNKNOWN_ACCOUNT"
    ELSE IF target \notin DOMAIN cash THEN "UNKNOWN_ACCOUNT"
    ELSE IF target = bidder THEN "NOT_IN_RANGE"
    ELSE IF ~Fresh THEN "STALE_PRICE"
    ELSE IF flagged[bidder] > 0 THEN "FLAGGED"
    ELSE IF flagged[target] <= 0 THEN "NOT_FLAGGED"
    ELSE IF ~IsUnderwater(price, target) THEN "NOT_FLAGGED"
    ELSE IF height - flagged[target] > TakeoverBlocks THEN "TAKEOVER_OVER"
    ELSE IF ~RespectsLimit(Joint(bidder, target)) THEN "POSITION_LIMIT"
    ELSE IF FreeCollateral(price, CashOnceTaken(bidder, target), Joint(bidder, target)) < 0
    THEN "INSUFFICIENT_COLLATERAL"
    ELSE "ACCEPTED"

(***************************************************************************)
(* A bidder takes the whole position of a flagged account and a share of   *)
(* its cash, and pays what the position is worth; afterwards it has the    *)
(* collateral for all that it holds, and so no less than nothing.  The     *)
(* target keeps the rest of its cash, and owes nothing.  One that has come *)
(* back since it was flagged, with a deposit or because its contracts were *)
(* closed out with another's, is safe before the sweep has unflagged it.   *)
(***************************************************************************)
\* @type: (Int, Int) => Bool;
CanTakeover(bidder, target) ==
    /\ phase = "commands"
    /\ TakeoverRefusal(bidder, target) = "ACCEPTED"

\* @type: (Int, Int) => Bool;
Takeover(bidder, target) ==
    /\ CanTakeover(bidder, target)
    /\ cash' = [cash EXCEPT
           ![bidder] = CashOnceTaken(bidder, target),
           ![target] = @ - Bounty(target) + Payment(target)]
    /\ position' = [position EXCEPT ![bidder] = Joint(bidder, target), ![target] = Flat]
    /\ flagged' = [flagged EXCEPT ![target] = 0]
    /\ UNCHANGED <<insuranceFund, stake, unbonding, withdrawals, externalIn, externalOut>>
    /\ UNCHANGED contractsVars
    /\ UNCHANGED oracleVars
    /\ UNCHANGED bookVars
    /\ UNCHANGED liquidationVars

(***************************************************************************)
(* The commands of a block are over.  If the price was not fresh nobody    *)
(* could be taken over, so that the block does not count: everyone's flag  *)
(* moves one up.  (This is a part of Settlement!EndCommands.)              *)
(***************************************************************************)
\* @type: Int -> Int;
FlaggedAfterCommands ==
    [a \in DOMAIN flagged |-> IF flagged[a] > 0 /\ ~Fresh THEN flagged[a] + 1 ELSE flagged[a]]

-----------------------------------------------------------------------------
(* The end of a block. *)

\* @type: (Int) => Bool;
NeedsFlag(a) == flagged[a] = 0 /\ IsUnderwater(price, a)

\* @type: (Int) => Bool;
NeedsUnflag(a) == flagged[a] > 0 /\ ~IsUnderwater(price, a)

\* @type: (Int) => Bool;
NeedsDeleverage(a) ==
    /\ flagged[a] > 0
    /\ height - flagged[a] > TakeoverBlocks
    /\ IsUnderwater(price, a)

\* @type: (Int) => Bool;
NeedsStep(a) ==
    IF NeedsFlag(a) THEN TRUE
    ELSE IF NeedsUnflag(a) THEN TRUE
    ELSE NeedsDeleverage(a)

\* Is there nothing to be done for the accounts after the last one, up to and without b?
\* @type: (Int) => Bool;
IsSweptUpTo(b) == \A a \in DOMAIN cash: swept < a /\ a < b => ~NeedsStep(a)

\* @type: (Int) => Bool;
IsSweptNext(a) ==
    /\ phase = "liquidation"
    /\ Fresh
    /\ a \in DOMAIN cash
    /\ swept < a
    /\ IsSweptUpTo(a)

(***************************************************************************)
(* An account is found below its maintenance margin: it is flagged, and    *)
(* its orders are removed.                                                 *)
(***************************************************************************)
\* @type: (Int) => Bool;
CanFlag(a) ==
    /\ IsSweptNext(a)
    /\ NeedsFlag(a)

\* @type: (Int) => Bool;
Flag(a) ==
    /\ CanFlag(a)
    /\ flagged' = [flagged EXCEPT ![a] = height]
    /\ orders' = {o \in orders: o.account /= a}
    /\ swept' = a
    /\ UNCHANGED <<cash, position, insuranceFund, stake, unbonding, withdrawals, externalIn,
                   externalOut>>
    /\ UNCHANGED <<taker, nextOrder>>
    /\ UNCHANGED contractsVars
    /\ UNCHANGED oracleVars

(***************************************************************************)
(* A flagged account has what it needs again.                              *)
(***************************************************************************)
\* @type: (Int) => Bool;
CanUnflag(a) ==
    /\ IsSweptNext(a)
    /\ NeedsUnflag(a)

\* @type: (Int) => Bool;
Unflag(a) ==
    /\ CanUnflag(a)
    /\ flagged' = [flagged EXCEPT ![a] = 0]
    /\ swept' = a
    /\ UNCHANGED <<cash, position, insuranceFund, stake, unbonding, withdrawals, externalIn,
                   externalOut>>
    /\ UNCHANGED contractsVars
    /\ UNCHANGED oracleVars
    /\ UNCHANGED bookVars

(***************************************************************************)
(* Auto-deleveraging.  Against a's contracts in a series stand those of    *)
(* the accounts on the other side, the largest first, of equal ones the    *)
(* lowest account; as open interest is zero, there are enough.  What an    *)
(* account has to give is what those before it leave over.                 *)
(***************************************************************************)
\* @type: (Int, Int) => Set(Int);
Opposite(a, s) ==
    {b \in DOMAIN position:
        IF position[a][s] > 0 THEN position[b][s] < 0
        ELSE IF position[a][s] < 0 THEN position[b][s] > 0
        ELSE FALSE}

\* Is b asked before c in series s?
\* @type: (Int, Int, Int) => Bool;
IsAskedBefore(s, b, c) ==
    IF Abs(position[b][s]) > Abs(position[c][s]) THEN TRUE
    ELSE IF Abs(position[b][s]) < Abs(position[c][s]) THEN FALSE
    ELSE b < c

\* How many contracts b closes with a in series s.
\* @type: (Int, Int, Int) => $amount;
Closed(a, s, b) ==
    LET earlier == {c \in Opposite(a, s): IsAskedBefore(s, c, b)}
        gone == SumOf([c \in earlier |-> Abs(position[c][s])], earlier)
    IN  IF b \in Opposite(a, s)
        THEN Min(Abs(position[b][s]), Positive(Abs(position[a][s]) - gone))
        ELSE Zero

\* b's contracts in s after that.
\* @type: (Int, Int, Int) => $amount;
OnceClosed(a, s, b) ==
    IF b = a THEN Zero
    ELSE IF position[b][s] > 0 THEN position[b][s] - Closed(a, s, b)
    ELSE position[b][s] + Closed(a, s, b)

\* @type: (Int) => (Int -> (Int -> $amount));
Deleveraged(a) ==
    [b \in DOMAIN position |-> [s \in DOMAIN position[b] |-> OnceClosed(a, s, b)]]

\* What each gets or pays for the contracts that it no longer has, at the present price.
\* @type: (Int -> (Int -> $amount)) => (Int -> $amount);
CloseOut(after) ==
    [b \in DOMAIN cash |->
        SumOf([s \in DOMAIN series |-> (position[b][s] - after[b][s]) * Payoff(s, price)],
              DOMAIN series)]

(***************************************************************************)
(* Nobody took it over in time: all its contracts are closed, at what they *)
(* are worth at the present price, and all the money of that is cleared at *)
(* once.  It is flat then, and no longer flagged.                          *)
(***************************************************************************)
\* @type: (Int) => Bool;
CanDeleverage(a) ==
    /\ IsSweptNext(a)
    /\ NeedsDeleverage(a)

\* @type: (Int) => Bool;
Deleverage(a) ==
    /\ CanDeleverage(a)
    /\ LET after == Deleveraged(a)
       IN  /\ position' = after
           /\ Settle(CloseOut(after))
    /\ flagged' = [flagged EXCEPT ![a] = 0]
    /\ swept' = a
    /\ UNCHANGED <<externalIn, externalOut>>
    /\ UNCHANGED contractsVars
    /\ UNCHANGED oracleVars
    /\ UNCHANGED bookVars

(***************************************************************************)
(* Every account has been looked at, or the price is not fresh and none    *)
(* is.                                                                     *)
(***************************************************************************)
CanEndLiquidation ==
    /\ phase = "liquidation"
    /\ IF Fresh THEN \A a \in DOMAIN cash: swept < a => ~NeedsStep(a) ELSE TRUE

EndLiquidation ==
    /\ CanEndLiquidation
    /\ phase' = "staking"
    /\ UNCHANGED <<round, roundStart, reports, price, priceHeight, candidate, outliers, jailed,
                   weight, pausedUntil>>
    /\ UNCHANGED contractsVars
    /\ UNCHANGED accountsVars
    /\ UNCHANGED bookVars
    /\ UNCHANGED liquidationVars

-----------------------------------------------------------------------------
\* Does this step take account a over?
\* @type: (Int) => Bool;
IsTakenOver(a) == phase = "commands" /\ flagged[a] > 0 /\ flagged'[a] = 0

\* Does this step close account a out?
\* @type: (Int) => Bool;
IsClosedOut(a) == phase = "liquidation" /\ position'[a] /= position[a] /\ swept' = a

\* S12: who takes over can afford it.
S12_Takeover ==
    [][\A a \in DOMAIN cash: IsTakenOver(a) =>
          /\ position'[a] = Flat
          /\ height - flagged[a] <= TakeoverBlocks
          /\ \A b \in DOMAIN cash \ {a}:
                 \/ cash'[b] = cash[b] /\ position'[b] = position[b]
                 \/ /\ FreeCollateral(price, cash'[b], position'[b]) >= 0
                    /\ flagged[b] = 0]_accountsVars

\* Who has what it needs again is not taken over, flagged as it may still be.
S12_OnlyUnderwater ==
    [][\A a \in DOMAIN cash: IsTakenOver(a) =>
          cash[a] < MaintenanceMargin(price, position[a])]_accountsVars

\* What an account is to get, or to pay, for what this step takes from its position.
\* @type: (Int) => $amount;
WorthOfClosed(b) ==
    SumOf([s \in DOMAIN series |-> (position[b][s] - position'[b][s]) * Payoff(s, price)],
          DOMAIN series)

\* The bounty is a part of the target's cash, all of it in the last block.
S12_Bounty ==
    [][\A a \in DOMAIN cash: IsTakenOver(a) =>
          LET left == cash'[a] - Positive(WorthOfClosed(a))
          IN  /\ 0 <= left /\ left <= cash[a]
              /\ height - flagged[a] = TakeoverBlocks => left <= 0
              /\ TakeoverBlocks * left
                     >= (TakeoverBlocks - (height - flagged[a])) * cash[a]]_accountsVars

(***************************************************************************)
(* Who is taken over loses no more than the bounty of what it has and what *)
(* its position is worth.                                                  *)
(***************************************************************************)
S12_PaysWorth ==
    [][\A a \in DOMAIN cash: IsTakenOver(a) =>
          LET had == cash[a] + Positive(WorthOfClosed(a))
          IN  TakeoverBlocks * (had - cash'[a])
                  <= (height - flagged[a]) * cash[a]]_accountsVars

(***************************************************************************)
(* Every block counts in which an account could be taken over, and no      *)
(* other: its flag stays where it is, but moves up by one with each block  *)
(* whose commands end on a price that is missing, too old, or waits to be  *)
(* confirmed.                                                              *)
(***************************************************************************)
S12_FreshBlocks ==
    [][\A a \in DOMAIN cash: flagged[a] > 0 /\ flagged'[a] > 0 =>
          LET lost == phase = "commands" /\ phase' /= "commands"
                          /\ (price <= 0 \/ candidate > 0 \/ priceHeight + MaxAge < height)
          IN  flagged'[a] - flagged[a] = (IF lost THEN 1 ELSE 0)]_<<oracleVars, accountsVars>>

\* Does this step flag account a, or take its flag off?
\* @type: (Int) => Bool;
ChangesFlag(a) == IF flagged[a] > 0 THEN flagged'[a] <= 0 ELSE flagged'[a] > 0

(***************************************************************************)
(* S8: nobody is flagged, unflagged, taken over or closed out on a price   *)
(* that is stale or not confirmed.                                         *)
(***************************************************************************)
S8_FreshLiquidation ==
    [][(\E a \in DOMAIN flagged: ChangesFlag(a)) \/
          (phase = "liquidation" /\ position' /= position) => Fresh]_<<oracleVars, accountsVars>>

(***************************************************************************)
(* Who is closed out is flat; nobody else's position grows or changes      *)
(* sides; and nobody gives anything as long as one with more contracts, or *)
(* as many and a lower number, has any left.                               *)
(***************************************************************************)
DeleverageIsFair ==
    [][\A a \in DOMAIN cash: IsClosedOut(a) =>
          /\ position'[a] = Flat
          /\ \A s \in DOMAIN series, b \in DOMAIN cash \ {a}:
                LET was == position[b][s]
                    is == position'[b][s]
                IN  /\ IF was >= 0 THEN 0 <= is /\ is <= was ELSE was <= is /\ is <= 0
                    /\ is /= was => was * position[a][s] < 0
                    /\ \A c \in DOMAIN cash \ {a}:
                           /\ is /= was
                           /\ position[c][s] * was > 0
                           /\ IF Abs(position[c][s]) = Abs(was)
                              THEN c < b
                              ELSE Abs(position[c][s]) > Abs(was)
                           => position'[c][s] = Zero]_accountsVars

(***************************************************************************)
(* S11: who is closed out, and who stands against it, is paid what the     *)
(* contracts are worth; less only if the fund is empty, or, who owes, if   *)
(* it has nothing left.                                                    *)
(***************************************************************************)
S11_Deleverage ==
    [][\A a \in DOMAIN cash: IsClosedOut(a) =>
          \A b \in DOMAIN cash:
              LET due == WorthOfClosed(b)
                  had == Wealth(b, cash, withdrawals, stake, unbonding)
                  gained == Wealth(b, cash', withdrawals', stake', unbonding') - had
              IN  IF due >= 0
                  THEN 0 <= gained /\ gained <= due /\ (gained < due => insuranceFund' <= 0)
                  ELSE gained = Max(due, Zero - had)]_accountsVars

(***************************************************************************)
(* The bounded form of "a flagged account becomes flat or healthy": nobody *)
(* is flagged for more than TakeoverBlocks + 1 blocks with fresh prices.   *)
(***************************************************************************)
FlaggedBriefly ==
    phase = "staking" /\ Fresh =>
        \A a \in DOMAIN cash: flagged[a] > 0 => height - flagged[a] <= TakeoverBlocks

(***************************************************************************)
(* Nobody is overlooked, how little it may have: after the last account    *)
(* that was acted on all have their margin or are flagged.  (Those before  *)
(* it may have lost money to a close-out since they were looked at; the    *)
(* next block will find them.)                                             *)
(***************************************************************************)
NobodyOverlooked ==
    phase = "staking" /\ Fresh =>
        \A a \in DOMAIN cash:
            swept < a /\ cash[a] < MaintenanceMargin(price, position[a]) => flagged[a] > 0

\* Once an account has been swept, and no other since, it needs nothing more.
SweptIsDone == phase = "liquidation" /\ swept \in DOMAIN cash => ~NeedsStep(swept)

\* Who is flagged has no orders.
FlaggedHasNoOrders ==
    \A o \in orders: flagged[o.account] = 0
=============================================================================
