---------------------------- MODULE CommitNoPath ----------------------------
(***************************************************************************)
(* A validator commits blocks that do not follow each other, as long as    *)
(* the first has the right parent and the last is final.                   *)
(***************************************************************************)
EXTENDS MCSimplex

BrokenCanCommit(i, path) ==
    /\ i \in up
    /\ path /= <<>>
    /\ IsParent(committed[i], path[1])
    /\ Holds(i, Finalization(path[Len(path)]))
=============================================================================
