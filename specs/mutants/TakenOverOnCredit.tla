------------------------- MODULE TakenOverOnCredit --------------------------
(***************************************************************************)
(* A bidder is not asked for collateral.                                   *)
(***************************************************************************)
EXTENDS MCLiquidation

BrokenTakeoverRefusal(bidder, target) ==
    IF target = bidder THEN "NOT_IN_RANGE"
    ELSE IF ~Fresh THEN "STALE_PRICE"
    ELSE IF flagged[bidder] > 0 THEN "FLAGGED"
    ELSE IF flagged[target] <= 0 THEN "NOT_FLAGGED"
    ELSE IF ~IsUnderwater(price, target) THEN "NOT_FLAGGED"
    ELSE IF height - flagged[target] > TakeoverBlocks THEN "TAKEOVER_OVER"
    ELSE IF ~RespectsLimit(Joint(bidder, target)) THEN "POSITION_LIMIT"
    ELSE "ACCEPTED"
=============================================================================
