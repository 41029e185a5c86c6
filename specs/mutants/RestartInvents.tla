--------------------------- MODULE RestartInvents ---------------------------
(***************************************************************************)
(* A validator comes back with certificates that it never held.            *)
(***************************************************************************)
EXTENDS MCSimplex

BrokenRestart(i, kept, tip) ==
    /\ CanRestart(i, kept, tip)
    /\ up' = up \union {i}
    /\ view' = [view EXCEPT ![i] = 1]
    /\ certificates' = [certificates EXCEPT ![i] = kept \union AllCertificates]
    /\ committed' = [committed EXCEPT ![i] = tip]
    /\ UNCHANGED <<messages, pending, durable>>
=============================================================================
