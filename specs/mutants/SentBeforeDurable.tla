------------------------- MODULE SentBeforeDurable --------------------------
(***************************************************************************)
(* A vote is sent when it is signed, before it is written. A crash makes   *)
(* the validator forget it, and after the restart it votes differently.    *)
(***************************************************************************)
EXTENDS MCSimplex

BrokenSign(i, m) ==
    /\ pending' = [pending EXCEPT ![i] = Append(@, m)]
    /\ messages' = messages \union {m}
    /\ UNCHANGED <<up, view, certificates, durable, committed>>

\* A disk so slow that nothing is ever written, and a network that is prompt.
NothingWritten == \A i \in Honest: durable[i] = {}
=============================================================================
