--------------------------- MODULE MCSystemLiveness --------------------------
(***************************************************************************)
(* Three replicas: n1 is a quorum with either of the others.               *)
(***************************************************************************)
EXTENDS SystemLiveness

CONSTANTS
    \* The replicas.
    \* @type: VALIDATOR;
    n1,
    \* @type: VALIDATOR;
    n2,
    \* @type: VALIDATOR;
    n4,
    \* A command.
    \* @type: COMMAND;
    c1,
    \* Two roots.
    \* @type: ROOT;
    right,
    \* @type: ROOT;
    wrong

ThreeWeight == [i \in {n1, n2, n4} |-> IF i = n1 THEN 2 ELSE 1]
PlainBlock == {[command |-> c1, quitted |-> 0]}

\* The Byzantine replica may attest the right root of the first block, and be the one that matters.
MischiefInFirst == {Attestation(n4, 1, right)}
=============================================================================
