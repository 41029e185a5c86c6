------------------------------ MODULE Ballots -------------------------------
(***************************************************************************)
(* What one correct validator may cast in one view, taken together.        *)
(***************************************************************************)
EXTENDS Messages

\* The valid blocks that could be proposed in view v.
\* @type: (Int) => Set($block);
BlocksOf(v) == {b \in Blocks: b.view = v /\ b.valid}

(***************************************************************************)
(* All that one correct validator may cast in one view.  A vote is named   *)
(* by the certificate that it counts towards.                              *)
(***************************************************************************)
\* @type: (Int) => Set(Set($certificate));
Ballots(v) ==
    {{}, {Nullification(v)}}
    \union {{Notarization(b)}: b \in BlocksOf(v)}
    \union {{Notarization(b), Nullification(v)}: b \in BlocksOf(v)}
    \union {{Finalization(b)}: b \in BlocksOf(v)}
    \union {{Notarization(b), Finalization(b)}: b \in BlocksOf(v)}

\* So that the checkers work them out once.
\* @type: Int -> Set(Set($certificate));
BallotsOf == [v \in Views |-> Ballots(v)]
=============================================================================
