-------------------------- MODULE TieToLastVisited --------------------------
(***************************************************************************)
(* Of equal remainders the account wins that happens to be visited last,   *)
(* here the highest.                                                       *)
(***************************************************************************)
EXTENDS MCClearing

BrokenBefore(remainder, a, b) ==
    IF remainder[a] > remainder[b] THEN TRUE
    ELSE IF remainder[a] < remainder[b] THEN FALSE
    ELSE a > b
=============================================================================
