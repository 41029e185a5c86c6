-------------------------- MODULE VotesLostInCrash --------------------------
(***************************************************************************)
(* A crash destroys what was written.                                      *)
(***************************************************************************)
EXTENDS MCSimplex

BrokenCrash(i) ==
    /\ CanCrash(i)
    /\ up' = up \ {i}
    /\ view' = [view EXCEPT ![i] = 0]
    /\ pending' = [pending EXCEPT ![i] = <<>>]
    /\ durable' = [durable EXCEPT ![i] = {}]
    /\ UNCHANGED <<messages, certificates, committed>>
=============================================================================
