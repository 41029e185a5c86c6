-------------------------------- MODULE Counter ------------------------------
\* A spec for tests: each node has a counter, to which it adds a little at a time.
EXTENDS Integers

CONSTANTS Nodes, Most

VARIABLE count

Init == count = [n \in Nodes |-> 0]

CanAdd(k) == k > 0 /\ k <= Most

Add(n, k) ==
    /\ CanAdd(k)
    /\ count' = [count EXCEPT ![n] = @ + k]

Next == \E n \in Nodes, k \in 1 .. Most: Add(n, k)
=============================================================================
