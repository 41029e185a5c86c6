------------------------ MODULE ClockRunsWhileStale -------------------------
(***************************************************************************)
(* The blocks in which nobody could take an account over count too.        *)
(***************************************************************************)
EXTENDS MCLiquidation

BrokenFlaggedAfterCommands == flagged
=============================================================================
