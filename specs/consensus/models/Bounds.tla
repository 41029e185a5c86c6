------------------------------- MODULE Bounds -------------------------------
(***************************************************************************)
(* What the models share: four validators and a handful of blocks, from    *)
(* which each model takes what it needs.  No model has bounds in any other *)
(* place than here, in its own module and in its configuration.            *)
(*                                                                         *)
(*          Genesis                                                        *)
(*          /  |  \  \ \                                                   *)
(*   view 1   a1  b1  x1 \ \        x1 has an invalid payload              *)
(*            |   |       \ \                                              *)
(*   view 2   a2  b2      g2 h2     g2 and h2 skip view 1                  *)
(*            |   |       |  \                                             *)
(*   view 3   a3  c3      g3  k3    c3 skips view 2, k3 views 1 and 2      *)
(***************************************************************************)
EXTENDS Messages, TLC

CONSTANTS
    \* The four validators.
    n1, n2, n3, n4,
    \* Digests.
    a1, b1, x1, a2, b2, g2, h2, a3, c3, g3, k3

\* @type: (DIGEST, Int, $block) => $block;
Child(digest, v, parent) ==
    [digest |-> digest, view |-> v,
     parentView |-> parent.view, parent |-> parent.digest, valid |-> TRUE]

A1 == Child(a1, 1, Genesis)
B1 == Child(b1, 1, Genesis)
X1 == [Child(x1, 1, Genesis) EXCEPT !.valid = FALSE]
A2 == Child(a2, 2, A1)
B2 == Child(b2, 2, B1)
G2 == Child(g2, 2, Genesis)
H2 == Child(h2, 2, Genesis)
A3 == Child(a3, 3, A2)
C3 == Child(c3, 3, B1)
G3 == Child(g3, 3, G2)
K3 == Child(k3, 3, Genesis)

EqualWeight == [i \in {n1, n2, n3, n4} |-> 1]
=============================================================================
