--------------------------- MODULE EndsOfBandOnly ---------------------------
(***************************************************************************)
(* Only the ends of the band are looked at, where a position may be at its *)
(* worst between.                                                          *)
(***************************************************************************)
EXTENDS MCMargin

BrokenPointsOf(g, P, r) == {BandLow(P, r), BandHigh(P, r)}
=============================================================================
