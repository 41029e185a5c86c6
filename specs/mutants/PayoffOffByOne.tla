--------------------------- MODULE PayoffOffByOne ---------------------------
(***************************************************************************)
(* A call that ends at its strike pays one tick, and one more than it      *)
(* should above.                                                           *)
(***************************************************************************)
EXTENDS MCExpiry

BrokenPayoff(s, x) ==
    IF series[s].right = "CALL"
    THEN Positive(x - series[s].strike + 1)
    ELSE Positive(series[s].strike - x)
=============================================================================
