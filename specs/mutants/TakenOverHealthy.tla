-------------------------- MODULE TakenOverHealthy --------------------------
(***************************************************************************)
(* A flagged account is taken over although it has what it needs again.    *)
(***************************************************************************)
EXTENDS MCSettlement

BrokenTakeoverRefusal(bidder, target) ==
    IF target = bidder THEN "NOT_IN_RANGE"
    ELSE IF ~Fresh THEN "STALE_PRICE"
    ELSE IF flagged[bidder] > 0 THEN "FLAGGED"
    ELSE IF flagged[target] <= 0 THEN "NOT_FLAGGED"
    ELSE IF height - flagged[target] > TakeoverBlocks THEN "TAKEOVER_OVER"
    ELSE IF ~RespectsLimit(Joint(bidder, target)) THEN "POSITION_LIMIT"
    ELSE IF FreeCollateral(price, CashOnceTaken(bidder, target), Joint(bidder, target)) < 0
    THEN "INSUFFICIENT_COLLATERAL"
    ELSE "ACCEPTED"
=============================================================================
