----------------------------- MODULE Agreement ------------------------------
(***************************************************************************)
(* What consensus is for, and nothing of how: a set of final blocks that   *)
(* only grows and is at all times one chain from Genesis.                  *)
(***************************************************************************)
EXTENDS Blocks

VARIABLE
    \* The final blocks.
    \* @type: Set($block);
    final

(***************************************************************************)
(* A set of blocks is a chain if it is closed under parents and no two of  *)
(* its blocks have the same parent.                                        *)
(***************************************************************************)
\* @type: (Set($block)) => Bool;
IsChain(S) ==
    /\ Genesis \in S
    /\ \A b \in S \ {Genesis}: \E a \in S: IsParent(a, b)
    /\ \A a, b \in S \ {Genesis}: a.parent = b.parent => a = b

\* @type: Set(Set($block));
Chains == {S \in SUBSET Blocks: IsChain(S)}

Init == final = {Genesis}

(***************************************************************************)
(* One or more blocks become final at once: finality of a block is         *)
(* finality of all its ancestors.  Nothing is ever taken back, and since   *)
(* the result is a chain nothing is inserted below the end either.         *)
(***************************************************************************)
\* @type: (Set($block)) => Bool;
Extend(chain) ==
    /\ final \subseteq chain
    /\ final' = chain

Next == \E chain \in Chains: Extend(chain)

Spec == Init /\ [][Next]_final
=============================================================================
