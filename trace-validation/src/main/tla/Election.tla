------------------------------- MODULE Election ------------------------------
(***************************************************************************)
(* Who leads a view.  The rule hashes, which can't be said here: it stands *)
(* in the Java class tlc2.module.Election.  Where that class is missing,   *)
(* every use is an error.                                                  *)
(***************************************************************************)
LOCAL INSTANCE TLC

\* The leader of view v from 1, of the validators 0, 1, ... with these weights.
Elected(chain, epoch, weights, v) ==
    Assert(FALSE, "Election: its Java class is not on TLC's class path")
=============================================================================
