--------------------------- MODULE EvidenceTwice ----------------------------
(***************************************************************************)
(* The same evidence takes its share again.                                *)
(***************************************************************************)
EXTENDS MCSlashing

BrokenSlashRefusal(v, kind, at) == IF v \notin Validators THEN "UNKNOWN_VALIDATOR" ELSE "ACCEPTED"
=============================================================================
