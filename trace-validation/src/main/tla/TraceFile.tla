------------------------------ MODULE TraceFile -----------------------------
(***************************************************************************)
(* The events of a trace, which TLC reads from its file one after the      *)
(* other.  What the operators do stands in the Java class                  *)
(* tlc2.module.TraceFile.  Where that class is missing, every use is an    *)
(* error, so that no trace is taken for an empty one.                      *)
(***************************************************************************)
LOCAL INSTANCE TLC
LOCAL Numbers == INSTANCE Integers

LOCAL Missing(op) ==
    Assert(FALSE, <<"TraceFile: its Java class is not on TLC's class path, to do", op>>)

\* How many events there are.
EventCount == Missing("EventCount")

\* The event at place k, from 1: a record with node, action, args and post.
EventAt(k) == Missing("EventAt")

\* The number after k, and whether a is below b: a spec may have arithmetic of its own.
After(k) == Numbers!+(k, 1)
IsBelow(a, b) == Numbers!<(a, b)

\* TRUE, and prints what and the number, for whoever reads TLC's output.
Tell(what, number) == PrintT(<<what, number>>)
=============================================================================
