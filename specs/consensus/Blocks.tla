------------------------------- MODULE Blocks -------------------------------
(***************************************************************************)
(* Blocks, and the tree that their parent links form.                      *)
(*                                                                         *)
(* A block is a proposal: it names its view, its parent and its payload.   *)
(* The same payload under another parent is another block.  The payload    *)
(* itself does not matter to ordering; all that a block says of it here is *)
(* whether the application calls it valid, a deterministic answer on which *)
(* all correct validators agree.                                           *)
(*                                                                         *)
(* The digest stands for a collision-resistant hash of everything else in  *)
(* the block (assumption A4), so that equal digests mean equal blocks.     *)
(***************************************************************************)
EXTENDS Integers, Apalache

(*
  @typeAlias: block = {
    digest: DIGEST, view: Int, parentView: Int, parent: DIGEST, valid: Bool
  };
*)
Blocks_aliases == TRUE

CONSTANTS
    \* Every block that anyone could propose, and Genesis.
    \* @type: Set($block);
    Blocks,
    \* The digest of the block that every validator starts from.
    \* @type: DIGEST;
    GenesisDigest,
    \* The digest of no block.
    \* @type: DIGEST;
    NoDigest

\* The root of the tree.  It counts as notarized and final in view 0.
\* @type: $block;
Genesis ==
    [digest |-> GenesisDigest, view |-> 0,
     parentView |-> 0, parent |-> NoDigest, valid |-> TRUE]

\* What a nullify vote, which is for a view and not for a block, carries as its block.
\* @type: $block;
NoBlock ==
    [digest |-> NoDigest, view |-> 0,
     parentView |-> 0, parent |-> NoDigest, valid |-> FALSE]

\* @type: ($block, $block) => Bool;
IsParent(a, b) == a.digest = b.parent /\ a.view = b.parentView

\* @type: ($block) => Bool;
IsWellFormed(b) ==
    /\ b.digest \notin {GenesisDigest, NoDigest}
    /\ 0 <= b.parentView
    /\ b.parentView < b.view

(***************************************************************************)
(* Ancestors[b] is b and everything below it.  Each round of the fold goes *)
(* one link further down, so as many rounds as there are blocks suffice.   *)
(***************************************************************************)
\* @type: $block -> Set($block);
Ancestors ==
    LET \* @type: (Set($block), $block) => Set($block);
        Down(S, b) == S \union {a \in Blocks: \E c \in S: IsParent(a, c)}
    IN  [b \in Blocks |-> ApaFoldSet(Down, {b}, Blocks)]

\* Two blocks of which neither is an ancestor of the other.
\* @type: ($block, $block) => Bool;
Conflict(a, b) == a \notin Ancestors[b] /\ b \notin Ancestors[a]

ASSUME BlocksAreATree ==
    /\ Genesis \in Blocks
    /\ NoBlock \notin Blocks
    /\ \A b \in Blocks \ {Genesis}: IsWellFormed(b)
    /\ \A a, b \in Blocks: a.digest = b.digest => a = b
=============================================================================
