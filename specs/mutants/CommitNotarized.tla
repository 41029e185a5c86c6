-------------------------- MODULE CommitNotarized ---------------------------
(***************************************************************************)
(* A validator commits a block that is notarized and not final.            *)
(***************************************************************************)
EXTENDS MCSimplex

BrokenCanCommit(i, path) ==
    /\ i \in up
    /\ path /= <<>>
    /\ IsParent(committed[i], path[1])
    /\ \A k \in DOMAIN path \ {1}: IsParent(path[k - 1], path[k])
    /\ Holds(i, Notarization(path[Len(path)]))
=============================================================================
